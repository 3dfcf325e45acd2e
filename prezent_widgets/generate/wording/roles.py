"""What a column's name and values say about it: averaged or summed, its kind of quantity, the words of its extremes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_AVERAGED = re.compile(
    r"\b(rate|ratio|share|percent|percentage|pct|mean|average|avg|median|score|index|price|minutes|duration|hours "
    r"to|days to|age|"
    r"delay|délais?|durées?|dauer|duración|seconds|secondes|segundos|sekunden|minuten|minutos|jours|tage|días|stunden|"
    r"heures|horas|temp c|satisfaction|satisfacción|zufriedenheit|nps|csat|note|bewertung|turnover|fluktuation|"
    r"temperature|temperatur|température|temperatura|temp|humidity|luftfeuchtigkeit|feuchte|humidité|humedad|"
    r"pressure|druck|pression|presión|speed|vitesse|velocidad|efficiency|factor|intensity|density|yield|rating|"
    r"accuracy|latency|length|depth|width|height|weight|gewicht|größe|poids|taille|"
    r"quote|anteil|preis|durchschnitt|mittel|taux|prix|prix moyen|precio|prezzo|prijs|margin %|time|"
    r"salary|wage|pay rate|gehalt|lohn|salaire|salario|sueldo|stipendio|"
    r"grade|mark|gpa|noten?|moyenne|promedio|calificación|nota|likelihood|"
    r"close|closing|open price|kurs|cotización|exchange rate|wechselkurs|co2 ppm|ppm|voltage|volts?|"
    r"elevation|altitude|level c|ph|alter|âge|edad|years of experience|tenure|experience|bounce|ctr|cpc|cpm|cpa|"
    r"utili[sz]ation|auslastung|occupancy|belegung|zins|yield|bmi|heart rate|pulse|wait|waiting)\b",
    re.I,
)
_COMPOUND = re.compile(
    r"\w(preise?|quote|[nsl]rate|zeit|dauer|temperatur|anteil|note|geschwindigkeit|kurs|zins|alter|druck|feuchte|"
    r"gehalt|lohn|score|index|rating)\b",
    re.I,
)
_COUNTED = re.compile(
    r"\b(count|number|quantity|qty|units?|items?|pieces|orders?|visits?|visitors?|sessions?|clicks?|views?|users?|"
    r"anzahl|menge|stück|besuche|nombre|quantité|visites|cantidad|número|visitas|aantal|people|persons|patients|"
    r"cases|deaths|births|sales|revenue|cost|amount|total|sum)\b",
    re.I,
)
_SCORED = re.compile(
    r"(grades?|scores?|exams?|marks|survey|ratings?|umfrage|befragung|noten|klausur|zeugnis|enqu[êe]te|sondage|"
    r"examen|encuesta|calificaciones|likert)",
    re.I,
)
_GEO = re.compile(
    r"^(lat|latitude|lon|lng|long|longitude|zip|zip ?code|postcode|postal code|plz|postleitzahl|breitengrad|"
    r"längengrad|laengengrad|latitud|longitud|code postal|código postal|geo ?(lat|lon|lng|long)|[xy] ?coord\w*|"
    r"(start|end|pickup|dropoff|stop|station) (lat\w*|lon\w*|lng))$",
    re.I,
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("temperature", re.compile(r"\b(temp|temperature|temperatura?|température|tmax|tmin|tavg)\b|temperatur", re.I)),
    ("rain", re.compile(r"\b(precip\w*|rain\w*|niederschlag\w*|regen\w*|pluie|précipitations?|lluvia|precipitaci\w+|"
                        r"snow\w*|schnee\w*|neige|nieve)\b", re.I)),
    ("wind", re.compile(r"\b(wind|wind ?speed|gusts?|windgeschwindigkeit|vent|viento|vento)\b", re.I)),
    ("humidity", re.compile(r"\b(humidity|luftfeuchtigkeit|feuchte|humidité|humedad)\b", re.I)),
    ("pressure", re.compile(r"\b(pressure|luftdruck|druck|pression|presión)\b", re.I)),
    ("sun", re.compile(r"\b(sun|sunshine|sonne\w*|soleil|ensoleillement)\b", re.I)),
    ("price", re.compile(r"\b(price|prix|precio|prezzo|prijs|fare|rent|close)\b|preise?\b|kurs\b", re.I)),
    ("share", re.compile(r"\b(rate|ratio|share|percent|percentage|pct|anteil|taux|ctr)\b|quote\b", re.I)),
    ("money", re.compile(r"\b(revenue|sales|cost|costs|profit|income|spend\w*|budget|actual|umsatz|kosten|gewinn|"
                         r"ventes|coûts?|ventas|gastos|salary|wage|amount)\b", re.I)),
    ("time", re.compile(r"\b(minutes?|hours?|seconds?|duration|delay|wait\w*|dauer|minuten|stunden)\b|zeit\b", re.I)),
)  # fmt: skip
_EXTREMES = {
    "temperature": ("coldest", "warmest"),
    "rain": ("driest", "wettest"),
    "wind": ("calmest", "windiest"),
    "sun": ("darkest", "sunniest"),
    "price": ("cheapest", "most expensive"),
}


def kind_of(label: str) -> str:
    """The kind of quantity a label names (``temperature``, ``rain``, ``money`` …), ``""`` when it does not say.

    Example:
        >>> kind_of("temp max"), kind_of("Niederschlag"), kind_of("Germany")
        ('temperature', 'rain', '')
    """
    return next((kind for kind, pattern in _KINDS if pattern.search(label.replace("_", " "))), "")


_ASKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(wom[ae]n|m[ae]n|males?|females?|gender|frauen|männer|geschlecht|femmes|hommes|mujeres|"
                r"hombres)\b", re.I),
     "gender sex geschlecht sexe genre sexo género"),
    (re.compile(r"\b(paid|pay|earn\w*|wages?|verdien\w*|gagn\w*|ganan|cobran)\b", re.I),
     "salary wage gehalt lohn salaire salario sueldo pay"),
    (re.compile(r"\b(how long|wait\w*|wie lange?|warte\w*|combien de temps|attend\w*|attente|"
                r"cuánto tiempo|esper\w*)\b", re.I),
     "wait waiting minutes duration wartezeit dauer attente durée espera duración time"),
    (re.compile(r"\b(warm\w*|hot\w*|cold\w*|kalt\w*|heiß\w*|chaud\w*|froid\w*|calor|frío)\b", re.I),
     "temperature temp temperatur température temperatura"),
    (re.compile(r"\b(expensive|cheap\w*|dear|teuer\w*|billig\w*|chers?|chères?|caro|barato)\b", re.I),
     "price preis prix precio fare rent"),
    (re.compile(r"\b(convert\w*|konvertier\w*)\b", re.I), "conversion conversions converted orders"),
    (re.compile(r"\b(old|young|alt|jung|vieux|jeunes?|viejos?|jóvenes)\b", re.I), "age alter âge edad"),
    (re.compile(r"\b(satisf\w*|zufrieden\w*|happy)\b", re.I), "satisfaction zufriedenheit score rating nps csat"),
)  # fmt: skip


@lru_cache(maxsize=64)
def implied(text: str) -> str:
    """Names of columns that a text asks for in other words ("paid less" → "salary wage …"), "" when none.

    Example:
        >>> implied("Are women paid less?").split()[:2]
        ['gender', 'sex']
    """
    return " ".join(words for pattern, words in _ASKS if pattern.search(text))


def spelled(label: str) -> str:
    """A label with its usual short forms written out: "Temp max" → "Maximum temperature".

    Example:
        >>> spelled("Temp max"), spelled("Orders")
        ('Maximum temperature', 'Orders')
    """
    match = re.fullmatch(
        r"(?:temp|temperature) (max|min|avg|mean)|(max|min|avg|mean) (?:temp|temperature)", label, re.I
    )
    if match:
        word = (match[1] or match[2]).casefold()
        return {"max": "Maximum", "min": "Minimum"}.get(word, "Average") + " temperature"
    return label


def extremes_of(label: str) -> tuple[str, str] | None:
    """The adjectives for the lowest and the highest value of a quantity, None when there are no usual ones.

    Example:
        >>> extremes_of("precipitation")
        ('driest', 'wettest')
    """
    return _EXTREMES.get(kind_of(label))


def is_place(name: str) -> bool:
    """Whether a column holds coordinates or postal codes: numbers that are never computed with."""
    return bool(_GEO.match(re.sub(r"[_\s]+", " ", name).strip()))


def is_averaged(
    label: str, unit: str, values: Sequence[float | None] = (), *, title: str = "", weather: bool = False
) -> bool:
    """Whether only the mean of a column means something (temperature, price, score), not its sum (amount, count).

    Read from the words of the label, then from the values: shares between 0 and 1, answers on a scale of up to ten
    steps; ``title`` is the table's (a survey's columns are answers), ``weather`` that other columns tell the weather.

    Example:
        >>> is_averaged("price", ""), is_averaged("Wartezeit", ""), is_averaged("orders", "")
        (True, True, False)
    """
    if unit in ("%", "percent", "°C", "°F", "km/h", "K", "m/s", "mph"):
        return True
    words = label.replace("_", " ")
    if _AVERAGED.search(words) or _COMPOUND.search(words):
        return True
    if weather and kind_of(words) in ("wind", "pressure", "humidity"):
        return True
    if _COUNTED.search(words) or unit:
        return False
    if _SCORED.search(title):
        return True
    found = [value for value in values if value is not None]
    whole = sum(value.is_integer() for value in found)
    if len(found) >= 6 and min(found) >= 0 and max(found) <= 1 and whole < 0.5 * len(found):
        return True
    return len(found) >= 12 and min(found) >= 1 and max(found) <= 10 and whole == len(found) and len(set(found)) >= 3


def tells_weather(labels: Sequence[str]) -> bool:
    """Whether columns describe the weather: two or more kinds of temperature, rain, humidity, pressure, sun."""
    kinds = {kind_of(label) for label in labels}
    return len(kinds & {"temperature", "rain", "humidity", "pressure", "sun"}) >= 1 and len(kinds) >= 2


def comparable(left: str, right: str, units: tuple[str, str] = ("", "")) -> bool:
    """Whether two measures may share one axis: one unit, or the same kind of quantity when no units are known.

    Example:
        >>> comparable("temp max", "temp min"), comparable("precipitation", "wind")
        (True, False)
    """
    return units[0] == units[1] if all(units) else units[0] == units[1] and kind_of(left) == kind_of(right)


__all__ = ["comparable", "extremes_of", "implied", "is_averaged", "is_place", "kind_of", "spelled", "tells_weather"]
