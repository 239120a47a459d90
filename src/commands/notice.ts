import "./notice.css";

/** The small window in which a ribbon button says what it could not do; the sentence comes in the address. */
const text = new URLSearchParams(location.hash.slice(1)).get("text");
document.getElementById("message")!.textContent = text ?? "";
