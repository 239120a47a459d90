const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Escapes a text for XML character data and attributes. */
const forXml = (text) => text.replace(/[&<>"']/g, (character) => entities[character]);

/** Quotes a text for nginx, which then reads it as one word whatever blanks, semicolons and braces it has. */
const forNginx = (text) => `"${text.replace(/[\\"]/g, "\\$&")}"`;

module.exports = { forXml, forNginx };
