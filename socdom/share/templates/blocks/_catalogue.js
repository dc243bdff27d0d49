
// Without this script everything is there; with it the list can be narrowed down.
(() => {
  const field = document.getElementById("zoekveld");
  const told = document.getElementById("gevonden");
  const entries = [...document.querySelectorAll("details[data-zoek]")];
  const holders = [...document.querySelectorAll(".groep-deel, main > .deel:has(details)")];
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const texts = new Map(entries.map((entry) => [entry, plain(entry.dataset.zoek + " " + entry.textContent)]));
  const narrow = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const entry of entries) {
      entry.hidden = !words.every((word) => texts.get(entry).includes(word));
      found += !entry.hidden;
    }
    for (const holder of holders) {
      holder.hidden = ![...holder.querySelectorAll("details[data-zoek]")].some((entry) => !entry.hidden);
    }
    told.textContent = words.length ? `${found} van de ${entries.length} indicatoren gevonden.` : "";
  };
  const open = () => {
    const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!entry) return;
    if (field.value) { field.value = ""; narrow(); }
    if (entry.matches("details")) entry.open = true;
    entry.scrollIntoView();
  };
  field.addEventListener("input", narrow);
  addEventListener("hashchange", open);
  document.getElementById("zoek").hidden = false;
  open();
})();
