"""Who a request comes from."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request

from prezent_widgets.server.auth.keys import Caller
from prezent_widgets.server.services import Services


async def by_key(services: Services, request: Request, _parameters: Mapping[str, str]) -> Caller:
    """By the Bearer key; Problem 401 without a good one."""
    return await services.keys.caller(request.headers.get("Authorization"))


async def by_key_or_token(services: Services, request: Request, parameters: Mapping[str, str]) -> Caller:
    """By the Bearer key, or by ``?token=``, the one-time token that the job's start gave out."""
    token = request.query_params.get("token")
    if token and "Authorization" not in request.headers:
        record = await services.records.find_by_token(parameters.get("callback_id", ""), token)
        if record is not None:
            return Caller(record.key_id, record.company)
    return await by_key(services, request, parameters)


__all__ = ["by_key", "by_key_or_token"]
