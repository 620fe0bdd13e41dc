"use strict";
// Draws each figure from the JSON beside it. Colours are read from the page when drawn, so dark and print need no second figure.
(() => {
  const STEPS = [1, 2, 3, 4, 6, 10, 12, 20, 24, 50, 52, 100, 200, 500];
  const MONTHS = [1, 2, 3, 6, 12, 24, 36, 60, 120];
  const MONTH = /^\d{4}-\d{2}$|^\p{L}{3,9}\.? \d{4}$/u;
  const MOST_TICKS = 12;
  // Pictures stand in two thirds of an A4 page.
  const PAPER_WIDTH = 430;
  // From this width on a tall picture has room for its full height.
  const WIDE = 560;
  const figures = [...document.querySelectorAll("figure")];

  const family = getComputedStyle(document.body).fontFamily;
  const pen = document.createElement("canvas").getContext("2d");

  // Width of words as Plotly will draw them: its line breaks and bold marks are no letters.
  const widthOf = (words) => {
    pen.font = `${words.startsWith("<b>") ? "bold " : ""}13px ${family}`;
    const plain = (line) => line.replace(/<[^>]*>/g, "").replace(/&(lt|gt|amp);/g, (_, name) => ({ lt: "<", gt: ">", amp: "&" })[name]);
    return Math.max(...words.split("<br>").map((line) => pen.measureText(plain(line)).width));
  };

  const coloursOf = (place) => {
    const style = getComputedStyle(place);
    return (name) => style.getPropertyValue(`--${name}`).trim();
  };

  const paint = (part, colour, key = "") => {
    if (Array.isArray(part)) return part.map((inner) => paint(inner, colour, key));
    if (part !== null && typeof part === "object") {
      return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, paint(inner, colour, name)]));
    }
    return key.endsWith("color") && typeof part === "string" && part.startsWith("@") ? colour(part.slice(1)) : part;
  };

  // As many ticks as fit, evenly spaced back from the last wave; the first wave if there is room left for it.
  const ticks = (labels, room) => {
    const last = labels.length - 1;
    const widest = Math.max(...labels.map(widthOf)) + 16;
    const least = Math.max(widest / (room / Math.max(1, last)), last / MOST_TICKS);
    const steps = labels.every((label) => MONTH.test(label)) ? MONTHS : STEPS;
    const step = steps.find((size) => size >= least) || Math.ceil(least);
    const waves = [];
    for (let wave = last; wave >= 0; wave -= step) waves.unshift(wave);
    if (waves[0] >= step * 0.9) waves.unshift(0);
    return waves;
  };

  // A calendar offers its ticks from the finest choice to the coarsest; the first one with room for all words is taken.
  const byCalendar = (choices, last, room) => {
    const roomy = (choice) =>
      choice.every(([wave, words], at) => {
        if (!at) return true;
        const [before, said] = choice[at - 1];
        return ((wave - before) / Math.max(1, last)) * room >= (widthOf(words) + widthOf(said)) / 2 + 6;
      });
    return choices.find(roomy) || choices[choices.length - 1];
  };

  const placeOf = (wave, layout) => {
    const [first, last] = layout.xaxis.range;
    const room = layout.width - layout.margin.l - layout.margin.r;
    return layout.margin.l + (room * (wave - first)) / (last - first);
  };

  // Words in a lane stand behind its last mark or before its first; where neither has room the page tells them.
  const keepInLane = (words, layout) => {
    const [first, last] = layout.meta.lanes[Number(words.name.slice(5))];
    const wide = widthOf(words.text) + 12;
    const sides = [
      { xanchor: "left", x: last, xshift: 9, fits: placeOf(last, layout) + wide <= layout.width },
      { xanchor: "right", x: first, xshift: -9, fits: placeOf(first, layout) - wide >= 0 },
    ];
    const { fits, ...side } = sides.find((one) => one.fits && one.xanchor === words.xanchor) || sides.find((one) => one.fits) || sides[0];
    Object.assign(words, side, { visible: fits });
  };

  // Words above a mark may not run out of the picture.
  const keep = (words, layout) => {
    // Where even a whole line is too short, what stands in brackets is left to the text.
    if (widthOf(words.text) > layout.width) words.text = words.text.replace(/ \([^)]*\)/, "");
    const at = placeOf(words.x, layout);
    const wide = widthOf(words.text) + 6;
    const left = { left: at, center: at - wide / 2, right: at - wide }[words.xanchor];
    words.xshift = Math.max(0, -left) - Math.max(0, left + wide - layout.width);
  };

  const draw = (figure, colour, width) => {
    const box = figure.querySelector(".plot");
    const { data, layout } = paint(JSON.parse(figure.querySelector("script").textContent), colour);
    layout.width = width || box.clientWidth;
    layout.font.family = family;
    if (layout.meta && layout.meta.tall && layout.width >= WIDE) layout.height = layout.meta.tall;
    const ends = (layout.annotations || []).filter((words) => words.name === "end");
    if (ends.length) layout.margin.r = Math.ceil(Math.max(...ends.map((words) => widthOf(words.text)))) + 10;
    if (layout.meta && layout.meta.labels) {
      const shown = ticks(layout.meta.labels, layout.width - layout.margin.l - layout.margin.r);
      layout.xaxis.tickvals = shown;
      layout.xaxis.ticktext = shown.map((wave) => layout.meta.labels[wave]);
      if (layout.meta.calendar) {
        const room = layout.width - layout.margin.l - layout.margin.r;
        const choice = byCalendar(layout.meta.calendar, layout.meta.labels.length - 1, room);
        layout.xaxis.tickvals = choice.map(([wave]) => wave);
        layout.xaxis.ticktext = choice.map(([, words]) => words);
      }
    }
    for (const words of layout.annotations || []) {
      if (words.name === "kept") keep(words, layout);
      if (words.name && words.name.startsWith("lane-")) keepInLane(words, layout);
    }
    Plotly.react(box, data, layout, { displayModeBar: false, displaylogo: false, showTips: false, doubleClick: false });
    box.querySelectorAll("svg.main-svg").forEach((svg) => svg.setAttribute("viewBox", `0 0 ${layout.width} ${layout.height}`));
    if (!figure.dataset.drawn) figure.querySelector("details").open = false;
    figure.dataset.drawn = "yes";
  };

  // One figure at a time, so that the page can be read while the rest is drawn.
  let round = 0;
  const drawAll = () => {
    const mine = ++round;
    const colour = coloursOf(document.documentElement);
    const waiting = [...figures];
    document.documentElement.dataset.charts = "drawing";
    const next = () => {
      if (mine !== round) return;
      const figure = waiting.shift();
      if (figure === undefined) {
        document.documentElement.dataset.charts = "drawn";
        return;
      }
      draw(figure, colour);
      setTimeout(next);
    };
    next();
  };

  let prints = false;
  const drawOnPaper = () => {
    prints = true;
    const colour = coloursOf(document.querySelector(".on-paper"));
    round += 1;
    figures.forEach((figure) => draw(figure, colour, PAPER_WIDTH));
    document.documentElement.dataset.charts = "drawn";
  };

  drawAll();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => prints || drawAll());
  let waits;
  let known = innerWidth;
  addEventListener("resize", () => {
    if (prints || innerWidth === known) return;
    known = innerWidth;
    clearTimeout(waits);
    waits = setTimeout(drawAll, 150);
  });
  addEventListener("beforeprint", drawOnPaper);
  addEventListener("afterprint", () => {
    prints = false;
    drawAll();
  });
  // A link into a closed group opens it.
  addEventListener("hashchange", () => {
    const group = document.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`)?.closest("details");
    if (group) group.open = true;
  });
})();
