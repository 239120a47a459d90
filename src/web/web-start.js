/*
 * Starts the web edition's scripts, or says in the page why it cannot. Plain ES5, and its own file, as
 * src/taskpane/start.js is for the pane: an old browser stops at the first modern word, and the page's policy admits no
 * inline script.
 */
(function () {
  var own = document.getElementById("start");

  function say(id) {
    document.getElementById(id).removeAttribute("hidden");
  }

  /** Chromium 110, Firefox 115 and Safari 16.4 know all of these. */
  function isTooOld() {
    return (
      !window.Promise ||
      !window.indexedDB ||
      !Object.hasOwn ||
      !Array.prototype.at ||
      !Array.prototype.findLast ||
      !window.structuredClone ||
      !window.HTMLDialogElement
    );
  }

  function start() {
    var files = own.getAttribute("data-scripts").split(" ");
    for (var index = 0; index < files.length; index++) {
      if (!files[index]) continue;
      var script = document.createElement("script");
      script.src = files[index];
      script.async = false;
      script.onerror = function () {
        say("not-loaded");
      };
      document.head.appendChild(script);
    }
  }

  if (isTooOld()) say("too-old");
  else start();
})();
