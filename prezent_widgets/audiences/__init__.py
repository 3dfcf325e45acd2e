"""Audience rules as data: who is in the room decides length, words, type size, order and the ask."""

from prezent_widgets.audiences.library import AUDIENCES, find_audience, search_audiences
from prezent_widgets.audiences.model import Ask, Audience, ChartBias, Order

__all__ = ["AUDIENCES", "Ask", "Audience", "ChartBias", "Order", "find_audience", "search_audiences"]
