"""Turn rectangles and pictures into drawings in the text or behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.formats.word.xml import NAMESPACES, Element, el, emu, hex_colour

_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


@dataclass(frozen=True, slots=True)
class Aim:
    """Where a drawing leads: the id of the relationship that goes there, and what it is called."""

    link: str
    name: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled rectangle on the page, in millimetres from its top left corner."""

    left: float
    top: float
    width: float
    height: float
    fill: str
    opacity: float = 1.0


def behind_text(id: int, name: str, shapes: Sequence[Shape]) -> Element:
    """Return a run with a group of rectangles behind the text, marked as decoration.

    The first shape spans the group; the group is placed from the corner of the page.
    """
    width, height = emu(shapes[0].width), emu(shapes[0].height)
    frame = _frame("a:xfrm", 0, 0, width, height)
    frame.extend((el("a:chOff", x=0, y=0), el("a:chExt", cx=width, cy=height)))
    group = el("wpg:wgp", el("wpg:cNvGrpSpPr"), el("wpg:grpSpPr", frame))
    group.extend(_rectangle(n, shape) for n, shape in enumerate(shapes, start=1))
    anchor = el(
        "wp:anchor",
        el("wp:simplePos", x=0, y=0),
        el("wp:positionH", el("wp:posOffset", "0"), relativeFrom="page"),
        el("wp:positionV", el("wp:posOffset", "0"), relativeFrom="page"),
        el("wp:extent", cx=width, cy=height),
        el("wp:effectExtent", l=0, t=0, r=0, b=0),
        el("wp:wrapNone"),
        _decoration(id, name),
        el("wp:cNvGraphicFramePr"),
        el("a:graphic", el("a:graphicData", group, uri=_GROUP)),
        **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
        simplePos=0,
        relativeHeight=1,
        behindDoc=1,
        locked=0,
        layoutInCell=1,
        allowOverlap=1,
    )
    choice = el("mc:Choice", el("w:drawing", anchor), Requires="wpg")
    return el("w:r", el("mc:AlternateContent", choice))


def inline(
    id: int,
    name: str,
    alt: str,
    size: tuple[float, float],
    graphic: Element,
    aim: Aim | None = None,
) -> Element:
    """Return a run with a drawing in the line; `size` is its width and height in millimetres."""
    return el(
        "w:r",
        el(
            "w:drawing",
            el(
                "wp:inline",
                el("wp:extent", cx=emu(size[0]), cy=emu(size[1])),
                el("wp:effectExtent", l=0, t=0, r=0, b=0),
                described(id, name, alt, aim),
                el("wp:cNvGraphicFramePr", el("a:graphicFrameLocks", noChangeAspect=1)),
                graphic,
                **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
            ),
        ),
    )


def described(id: int, name: str, alt: str, aim: Aim | None = None) -> Element:
    """Return the properties of a drawing: its id, its name, what it says and where it leads."""
    properties = el("wp:docPr", id=id, name=name, descr=alt)
    if aim:
        tip = f"Go to {aim.name}"
        properties.append(el("a:hlinkClick", tooltip=tip, **{"r:id": aim.link}))
    return properties


def _decoration(id: int, name: str) -> Element:
    """Return the properties of a drawing that says nothing."""
    mark = el("a:ext", el("adec:decorative", val=1), uri=_DECORATIVE)
    return el("wp:docPr", el("a:extLst", mark), id=id, name=name, descr="")


def _rectangle(number: int, shape: Shape) -> Element:
    frame = _frame("a:xfrm", emu(shape.left), emu(shape.top), emu(shape.width), emu(shape.height))
    alpha = el("a:alpha", val=round(shape.opacity * 100000)) if shape.opacity < 1 else None
    return el(
        "wps:wsp",
        el("wps:cNvPr", id=1000 + number, name=f"Bar {number}"),
        el("wps:cNvSpPr"),
        el(
            "wps:spPr",
            frame,
            el("a:prstGeom", el("a:avLst"), prst="rect"),
            el("a:solidFill", el("a:srgbClr", alpha, val=hex_colour(shape.fill))),
            el("a:ln", el("a:noFill")),
        ),
        el("wps:bodyPr"),
    )


def _frame(name: str, left: int, top: int, width: int, height: int) -> Element:
    return el(name, el("a:off", x=left, y=top), el("a:ext", cx=width, cy=height))


def picture(link: str, svg_link: str, id: int, name: str, size: tuple[float, float]) -> Element:
    """Return the graphic of a picture: a PNG, with the SVG it was made from where there is one."""
    blip = el("a:blip", **{"r:embed": link})
    if svg_link:
        svg = el("asvg:svgBlip", **{"r:embed": svg_link})
        extension = el("a:ext", svg, uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}")
        blip.append(el("a:extLst", extension))
    shape = el(
        "pic:spPr",
        _frame("a:xfrm", 0, 0, emu(size[0]), emu(size[1])),
        el("a:prstGeom", el("a:avLst"), prst="rect"),
    )
    known = el("pic:nvPicPr", el("pic:cNvPr", id=id, name=name), el("pic:cNvPicPr"))
    fill = el("pic:blipFill", blip, el("a:stretch", el("a:fillRect")))
    data = el("a:graphicData", el("pic:pic", known, fill, shape), uri=NAMESPACES["pic"])
    return el("a:graphic", data)
