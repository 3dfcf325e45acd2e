"""Shadows and soft edges as SVG filters: attributes and steps of a filter element, whose id its writer gives."""

from __future__ import annotations

from prezent_widgets.render.markup import color_hex, number
from prezent_widgets.render.matrix import bounds
from prezent_widgets.render.scene import GroupNode, Rgba


def shadow_filter(node: GroupNode, tint: Rgba) -> str:
    """The filter that makes nodes a blurred silhouette of one colour; empty when there is nothing to draw."""
    steps = (
        f'<feGaussianBlur in="SourceAlpha" stdDeviation="{number(node.blur)}"/>'
        f'<feComponentTransfer result="a"><feFuncA type="linear" slope="{number(tint[3])}"/></feComponentTransfer>'
        f'<feFlood flood-color="{color_hex(tint)}"/><feComposite in2="a" operator="in"/>'
    )
    return _filter(node, steps, node.blur * 3)


def soft_filter(node: GroupNode) -> str:
    """The filter that cuts off the outer half of the blurred silhouette of nodes; empty when nothing is to be drawn."""
    steps = (
        f'<feGaussianBlur in="SourceAlpha" stdDeviation="{number(node.soft / 2)}"/>'
        '<feComponentTransfer result="a"><feFuncA type="linear" slope="2" intercept="-1"/></feComponentTransfer>'
        '<feComposite in="SourceGraphic" in2="a" operator="in"/>'
    )
    return _filter(node, steps, node.soft * 1.5)


def _filter(node: GroupNode, steps: str, edge: float) -> str:
    reach = bounds(node.nodes, node.transform)
    if reach is None:
        return ""
    left, top, right, bottom = reach[0] - edge - 1, reach[1] - edge - 1, reach[2] + edge + 1, reach[3] + edge + 1
    return (
        f'filterUnits="userSpaceOnUse" x="{number(left)}" y="{number(top)}" width="{number(right - left)}" '
        f'height="{number(bottom - top)}" color-interpolation-filters="sRGB">{steps}</filter>'
    )


__all__ = ["shadow_filter", "soft_filter"]
