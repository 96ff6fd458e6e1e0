"""The process of its own that draws: what it is asked comes in as JSON, and the pictures go out.

It needs nothing of the rest of the product, so that it begins soon and holds no more than what draws.
"""

import base64
import json
import sys
from typing import Any

SVG, PNG, CHARTS, DRAWINGS = "svg", "png", "grafieken", "tekeningen"
"""What it may be asked: one chart as SVG or as PNG, many at once as SVG, or from SVG to PNG."""


def _draw(what: str, asked: dict[str, Any]) -> bytes:
    # Only here: who asks for a picture must not hold what draws.
    import vl_convert

    if what == DRAWINGS:
        vl_convert.register_font_directory(asked["letters"])
        pngs = [vl_convert.svg_to_png(it, scale=asked["scale"]) for it in asked["svgs"]]
        return json.dumps([base64.b64encode(it).decode() for it in pngs]).encode()
    if what == PNG:
        return bytes(vl_convert.vegalite_to_png(asked["spec"], scale=asked["scale"], allowed_base_urls=[]))
    if what == SVG:
        return str(vl_convert.vegalite_to_svg(asked["spec"], allowed_base_urls=[])).encode()
    return json.dumps([vl_convert.vegalite_to_svg(it, allowed_base_urls=[]) for it in asked["specs"]]).encode()


if __name__ == "__main__":
    sys.stdout.buffer.write(_draw(sys.argv[1], json.load(sys.stdin)))
