from __future__ import annotations

import hashlib
import hmac

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from prezent_widgets.contract.signing import SignatureError, read_token, sign_token, sign_webhook, verify_webhook

SECRET = b"a secret of the server"


@given(st.dictionaries(st.text(max_size=9), st.text(max_size=9), max_size=4), st.integers(1, 2**40))
@settings(deadline=None)
def test_a_token_gives_its_claims_back(claims, expires) -> None:
    token = sign_token(SECRET, "download", claims, expires_at=expires)
    assert read_token(SECRET, "download", token, now=expires - 1) == claims
    assert token.isascii()
    assert not set(token) & set("/+=&?# ")


def test_a_token_ends() -> None:
    token = sign_token(SECRET, "stream", {}, expires_at=300)
    with pytest.raises(SignatureError) as caught:
        read_token(SECRET, "stream", token, now=300)
    assert caught.value.expired


def test_a_token_is_for_one_thing_and_one_secret() -> None:
    token = sign_token(SECRET, "stream", {"id": "c"}, expires_at=300)
    with pytest.raises(SignatureError, match="something else"):
        read_token(SECRET, "download", token, now=0)
    with pytest.raises(SignatureError, match="signature is wrong"):
        read_token(b"another", "stream", token, now=0)


@given(st.text(max_size=30))
@settings(deadline=None)
def test_rubbish_is_refused_quietly(token) -> None:
    with pytest.raises(SignatureError) as caught:
        read_token(SECRET, "stream", token, now=0)
    assert not caught.value.expired


@given(st.integers(0, 200), st.characters(codec="ascii"))
@settings(deadline=None)
def test_a_changed_claim_is_refused(place, letter) -> None:
    token = sign_token(SECRET, "stream", {"id": "c"}, expires_at=300)
    place %= token.index(".")
    assume(letter != token[place])
    with pytest.raises(SignatureError):
        read_token(SECRET, "stream", token[:place] + letter + token[place + 1 :], now=0)


def test_a_webhook_is_signed_as_the_contract_says() -> None:
    body = b'{"id":"evt_1"}'
    expected = hmac.new(b"whsec_abc", b"1790000000." + body, hashlib.sha256).hexdigest()
    assert sign_webhook("whsec_abc", body, timestamp=1790000000) == f"t=1790000000,v1={expected}"


def test_a_webhook_is_believed_for_five_minutes() -> None:
    header = sign_webhook("whsec_abc", b"{}", timestamp=1000)
    verify_webhook("whsec_abc", header, b"{}", now=1300)
    verify_webhook("whsec_abc", f"{header},v1=00", b"{}", now=700)
    with pytest.raises(SignatureError) as caught:
        verify_webhook("whsec_abc", header, b"{}", now=1301)
    assert caught.value.expired


@pytest.mark.parametrize("header", ["", "t=1000", "v1=00", "t=x,v1=00", "t=1000,v1=é", "t=1000,t=1000,v1=00"])
def test_other_webhooks_are_not(header) -> None:
    with pytest.raises(SignatureError):
        verify_webhook("whsec_abc", header, b"{}", now=1000)


def test_a_changed_body_or_secret_is_noticed() -> None:
    header = sign_webhook("whsec_abc", b"{}", timestamp=1000)
    for secret, body in (("whsec_abc", b"{ }"), ("whsec_abd", b"{}")):
        with pytest.raises(SignatureError, match="wrong"):
            verify_webhook(secret, header, body, now=1000)
