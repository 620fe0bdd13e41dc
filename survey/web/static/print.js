// A button for what the browser's own menu does, too.
const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => print());
