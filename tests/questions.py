"""What an open page is asked, in its browser's own language: each gives the faults it finds."""

from __future__ import annotations

import json

KEPT = """async () => {
    const counts = {
        cookie: document.cookie.length,
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
    return Object.entries(counts).filter(([, count]) => count).map(([place]) => `kept: ${place}`);
}"""
"""Where the page has left something in the browser."""

# What stands in anybody's way.

TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22aa", "best-practice"]


def barriers(*without: str) -> str:
    """Ask axe, whose script has run in the page, for what breaks its rules; some may be left out."""
    rules = {rule: {"enabled": False} for rule in without}
    return f"""async () =>
        (await axe.run({{runOnly: {TAGS}, rules: {json.dumps(rules)}, resultTypes: ["violations"]}})).violations
        .flatMap((rule) => rule.nodes.map((node) => `${{rule.id}}: ${{node.html.slice(0, 160)}}`))"""


BARRIERS = barriers()
BUT_COLOURS = barriers("color-contrast", "color-contrast-enhanced")
"""Without contrast, which takes half of axe's time: `PAINTED` judges it too."""

# What sticks out or is cut.

TOO_WIDE = """() => {
    const root = document.documentElement;
    if (root.scrollWidth <= innerWidth) return [];
    const wide = [...document.body.querySelectorAll("*")]
        .filter((element) => {
            const box = element.getBoundingClientRect();
            return box.right > root.clientWidth || box.left < 0;
        })
        .map((element) => element.outerHTML.slice(0, 120));
    return wide.length ? wide : ["The page is wider than the window, though no element sticks out."];
}"""
"""What sticks out when a page can be scrolled sideways; nothing when it can't."""

_CUT = """() => [...document.body.querySelectorAll("main *, header *, footer *, aside *")]
    .filter((element) => getComputedStyle(element).overflow !== "visible" && !element.closest("svg, .skip")
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
    .map((element) => `cut: ${element.outerHTML.slice(0, 120)}`)"""

_OUTSIDE = """() => [...document.querySelectorAll("svg text")]
    .filter((text) => {
        const [own, picture] = [text, text.ownerSVGElement].map((one) => one.getBoundingClientRect());
        return own.left < picture.left - 1 || own.right > picture.right + 1;
    })
    .map((text) => `outside its picture: ${text.outerHTML}`)"""

REFLOW = f"() => [...({TOO_WIDE})(), ...({_CUT})(), ...({_OUTSIDE})()]"
"""What sticks out of the page or of a picture, and what is cut."""


def readers_style(rules: str) -> str:
    """Give a script that lays a reader's style over the page's."""
    return f"{{const s = new CSSStyleSheet(); s.replaceSync(`{rules}`); document.adoptedStyleSheets = [s];}}"


SPACED = readers_style(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"
)
LARGER = readers_style("html { font-size: 200% !important; }")

# By keyboard.

STOPS = """window.came = []; addEventListener("focusin", (event) => came.push(stops.indexOf(event.target)));
window.stops = [
    ...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]"),
].filter((element) => element.tabIndex >= 0 && element.checkVisibility()); stops.length"""
"""Counts where Tab stops, in the order in which a page is read, and begins to write down where it came."""

FOCUSED = """() => {
    const faults = [];
    const look = (element) => {
        element.focus({focusVisible: true});
        const name = element.outerHTML.slice(0, 90);
        const style = getComputedStyle(element);
        if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
            faults.push(`no outline: ${name}`);
        const boxes = [...element.getClientRects()].filter((box) => box.width > 1);
        const inside = boxes.filter((box) => box.top >= 0 && box.bottom <= innerHeight);
        if (!inside.length && boxes[0].height < innerHeight) faults.push(`out of sight: ${name}`);
        for (const box of inside) {
            const y = box.top + box.height / 2;
            const there = document.elementFromPoint(Math.min(box.left + 3, innerWidth - 1), y);
            if (!element.contains(there)) faults.push(`covered by ${there?.outerHTML.slice(0, 60)}: ${name}`);
        }
    };
    stops.forEach(look);
    [...stops].reverse().forEach(look);
    return faults;
}"""
"""Focuses each stop, forwards and then back, and says which cannot be seen."""

WAY_OUT = """() => [0, 700, document.body.scrollHeight].filter((place) => {
    scrollTo(0, place);
    const box = document.querySelector(".exit a").getBoundingClientRect();
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const small = document.querySelector(".exit").offsetHeight <= 48;
    return !(small && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
        && at?.closest(".exit a"));
}).map((place) => `out of sight, scrolled to ${place}`)"""
"""Whether the way out is in sight; and its bar takes little of a window that is only 256 pixels high."""

# What is painted.

PAINTED = """() => {
    const hex = (colour) => {
        const [r, g, b, a] = colour.match(/[\\d.]+/g).map(Number);
        if (a === 0) return "";
        if ((a ?? 1) < 1) return "see-through";
        return "#" + [r, g, b].map((n) => n.toString(16).padStart(2, "0")).join("");
    };
    const ground = (element) => element
        ? hex(getComputedStyle(element).backgroundColor) || ground(element.parentElement) : "none";
    const pairs = {};
    const add = (use, colour, on, element) => {
        if (colour) pairs[`${use} ${colour} ${on}`] ??= element.outerHTML.slice(0, 90);
    };
    const text = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const drawn = (element, style) => {
        if (text(element)) add("text", hex(style.fill), ground(element), element);
        else if (element.localName !== "svg" && !element.children.length)
            add("shape", [style.fill, style.stroke].filter((one) => one !== "none").map(hex).join(),
                ground(element), element);
    };
    const written = (element, style) => {
        if (text(element)) add("text", hex(style.color), ground(element), element);
        for (const side of ["Top", "Right", "Bottom", "Left"])
            if (parseFloat(style[`border${side}Width`]))
                add("edge", hex(style[`border${side}Color`]), ground(element.parentElement), element);
    };
    const put = (element, style) => {
        if (style.content === "none") return;
        if (parseFloat(style.borderTopWidth))
            add("edge", hex(style.borderTopColor), ground(element), element);
        else if (style.content !== '""') add("text", hex(style.color), ground(element), element);
    };
    for (const element of document.body.querySelectorAll("*")) {
        const style = getComputedStyle(element);
        if (!element.checkVisibility() || style.clipPath !== "none") continue;
        if (element.closest("svg")) drawn(element, style);
        else written(element, style);
        for (const part of ["::before", "::after"]) put(element, getComputedStyle(element, part));
    }
    return pairs;
}"""
"""Each use, colour and ground on the page, with the start of an element that shows it."""
