const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** A text as it may stand in XML, between tags or in an attribute. */
const forXml = (text) => text.replace(/[&<>"']/g, (character) => entities[character]);

/** A text as nginx reads it as one word, whatever blanks, semicolons and braces are in it. */
const forNginx = (text) => `"${text.replace(/[\\"]/g, "\\$&")}"`;

module.exports = { forXml, forNginx };
