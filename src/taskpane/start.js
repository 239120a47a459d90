/*
 * Starts a page's scripts, or says in the page why it cannot. Plain ES5, and its own file: in Excel 2016 and 2019 it
 * runs in Internet Explorer's engine (Trident), which stops at the first modern word, and the page's policy admits no
 * inline script. The page's own scripts are named in the attribute `data-scripts`, the ribbon's functions in
 * `data-functions`.
 */
(function () {
  var own = document.getElementById("start");

  /**
   * Old engines by name; young ones by what is used and came last: looking behind in patterns, Object.hasOwn, Array.at.
   */
  function isTooOld() {
    if (/Trident|MSIE|Edge\//.test(navigator.userAgent)) return true;
    try {
      new RegExp("(?<=a)b");
    } catch (_error) {
      return true;
    }
    return !window.Promise || !Object.hasOwn || !Array.prototype.at;
  }

  /** One of the notices that the page keeps hidden, in the place of everything else. */
  function say(id) {
    var root = document.getElementById("root");
    var notice = document.getElementById(id);
    if (root) root.setAttribute("hidden", "");
    if (notice) notice.removeAttribute("hidden");
  }

  /** This page may not be shown when a button of the ribbon is pressed: it is opened in a window as well. */
  function answerButton(event) {
    var pane = location.href.replace(/[?#].*$/, "");
    Office.context.ui.displayDialogAsync(pane, { height: 50, width: 30 }, function () {
      event.completed();
    });
  }

  function refuse() {
    say("too-old");
    if (!window.Office || !Office.onReady) return;
    // Excel waits for this, and calls the add-in broken where nobody asks.
    Office.onReady(function () {
      var names = (own.getAttribute("data-functions") || "").split(" ");
      for (var index = 0; index < names.length; index++) {
        if (names[index] && Office.actions) Office.actions.associate(names[index], answerButton);
      }
    });
  }

  /** A pane that is there in a moment needs no words; before one that is not, nobody should sit in doubt. */
  function sayOpening() {
    var opening = document.getElementById("opening");
    if (opening) opening.removeAttribute("hidden");
  }

  function start() {
    setTimeout(sayOpening, 300);
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

  /** Where Excel has left a word of itself, as Office.js looks for it: there the pane need not wait to be told. */
  function isCertainlyExcel() {
    if (Office.context && Office.context.host) return true;
    if (/[?&]_host_Info=/.test(location.search) || /host_?Info/i.test(window.name)) return true;
    try {
      return (
        !!sessionStorage.getItem("hostInfoValue") ||
        (!!window.external && typeof window.external.GetContext !== "undefined")
      );
    } catch (_error) {
      return false;
    }
  }

  /**
   * An administrator who looks whether the site is there sees it in a browser, where the pane has nothing to work with.
   */
  function startInExcel() {
    Office.onReady(function (info) {
      if (info && info.host) start();
      else say("in-excel");
    });
  }

  if (isTooOld()) refuse();
  else if (!window.Office) say("not-loaded");
  else if (isCertainlyExcel()) start();
  else startInExcel();
})();
