(function () {
  var started = Date.now(), id = "ID", wait = WAIT;
  function waiting() {
    return Array.from(document.querySelectorAll('[id="' + id + '"]')).filter(function (e) { return !e.dataset.state; });
  }
  function eachWaiting(action) {
    waiting().forEach(function (chart) {
      chart.dataset.state = "drawn";
      action(chart, chart.querySelector(".neurolab-plot"), JSON.parse(chart.querySelector('script[type="application/json"]').textContent));
    });
  }
  function loadFromCdn() {
    window.neuroLabPlotly = window.neuroLabPlotly || (typeof define === "function"
      ? fetch("CDN").then(function (answer) {
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.text();
      }).then(function (text) { new Function("define", "module", "exports", "require", text).call(window); })
      : new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = "CDN";
        script.onload = resolve;
        script.onerror = reject;
        document.head.appendChild(script);
      }));
    return window.neuroLabPlotly;
  }
  function withoutRuntime() {
    eachWaiting(function (chart, plot, figure) { Plotly.newPlot(plot, figure); });
  }
  function apologize() {
    eachWaiting(function (chart, plot, figure) {
      chart.dataset.state = "failed";
      plot.style.minHeight = "0";
      plot.textContent = "This chart can't be drawn: plotly.js is not in the page and could not be loaded from CDN. " +
        "Connect to the network, or run the notebook again from its first chart. What it shows: " + figure.layout.meta.description;
    });
  }
  function look() {
    if (window.Plotly && window.NeuroLabCharts) eachWaiting(function (chart) { NeuroLabCharts.draw(chart); });
    else if (Date.now() - started < wait) setTimeout(look, 50);
    else if (window.Plotly) withoutRuntime();
    else loadFromCdn().then(function () { started = Date.now(); wait = 500; look(); }).catch(apologize);
  }
  look();
})();
