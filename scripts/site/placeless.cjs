/**
 * pdf.js asks for its own place in Node only; webpack would write this machine's folder there, and build other files in
 * each folder. A loader for that one file: defined for all, our own `new Worker(new URL(…, import.meta.url))` would be
 * no worker any more.
 */
module.exports = (source) => source.replaceAll("import.meta.url", '"file:///pdf.mjs"');
