/*
 * Starts a page's scripts, or says in the page why it cannot. Plain ES5, and its own file: in Excel 2016 and 2019 it
 * runs in Internet Explorer's engine (Trident), which stops at the first modern word, and the page's policy admits no
 * inline script. The page's own scripts are named in the attribute `data-scripts`, the ribbon's functions in
 * `data-functions`.
 */
(function () {
  var own = document.getElementById("start");

  /**
   * Old engines are known by name, others by the newest features that the pane uses: look-behind in patterns,
   * Object.hasOwn, Array.at.
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

  /** Shows one of the page's hidden notices in place of everything else. */
  function say(id) {
    var root = document.getElementById("root");
    var notice = document.getElementById(id);
    if (root) root.setAttribute("hidden", "");
    if (notice) notice.removeAttribute("hidden");
  }

  /** Answers a ribbon button. The pane may be closed then, so the page with the notice also opens in a dialog. */
  function answerButton(event) {
    var pane = location.href.replace(/[?#].*$/, "");
    Office.context.ui.displayDialogAsync(pane, { height: 50, width: 30 }, function () {
      event.completed();
    });
  }

  function refuse() {
    say("too-old");
    if (!window.Office || !Office.onReady) return;
    // Excel waits for `Office.onReady`, and reports the add-in as broken if nobody calls it.
    Office.onReady(function () {
      var names = (own.getAttribute("data-functions") || "").split(" ");
      for (var index = 0; index < names.length; index++) {
        if (names[index] && Office.actions) Office.actions.associate(names[index], answerButton);
      }
    });
  }

  /** Says that the pane is opening; only shown if that takes longer than a moment. */
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

  /**
   * Whether the page certainly runs in Excel, by the signs that Office.js looks for. Then the pane need not wait for
   * `Office.onReady`.
   */
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
   * Starts only in Excel. An administrator who checks the site in a browser sees a notice instead, because the pane
   * cannot work there.
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
