// The way out. Without this file it is a plain link; with it the page goes blank at once,
// leaves no step back to itself, and Shift three times within five seconds does the same.
(() => {
  const page = document.documentElement;
  const link = document.querySelector(".exit a");
  let presses = [];
  const leave = (event) => {
    event.preventDefault();
    page.hidden = true;
    location.replace(link.href);
  };
  link.addEventListener("click", leave);
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") presses = [];
    else if (!event.repeat) {
      presses = [...presses, event.timeStamp].slice(-3);
      if (presses.length === 3 && presses[2] - presses[0] <= 5000) leave(event);
    }
  });
  addEventListener("pageshow", () => {
    page.hidden = false;
  });
  document.querySelector(".exit span").hidden = false;
})();
