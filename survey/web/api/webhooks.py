"""The description of what other programs are sent, as OpenAPI 3.1 has it beside the paths."""

from dataclasses import dataclass
from typing import Any

from survey.web.api.shapes.hooks import AlertHook, AlertTest, WaveHook, WaveTest
from survey.web.api.shapes.shape import Shape

REF = "#/components/schemas/{model}"
SIGNATURE = (
    "`t=MOMENT,v1=MARK`: seconds since 1970, and the HMAC-SHA256, in hexadecimal, of moment, full stop and body under "
    "`ALOFT_ALERT_WEBHOOK_SECRET`."
)
TAKEN = "Taken. Anything else, or no answer within five seconds, and it is sent again later."


@dataclass(frozen=True, slots=True)
class Webhook:
    """One kind of message, by the setting that names where it goes."""

    name: str
    summary: str
    setting: str
    bodies: tuple[type[Shape], ...]


WEBHOOKS = (
    Webhook("alert", "An alert was raised, or is told again", "ALOFT_ALERT_WEBHOOK_URL", (AlertHook, AlertTest)),
    Webhook("wave", "A wave has closed, or was corrected", "ALOFT_WAVE_WEBHOOK_URL", (WaveHook, WaveTest)),
)


def described() -> dict[str, Any]:
    return {one.name: {"post": _operation(one)} for one in WEBHOOKS}


def _operation(one: Webhook) -> dict[str, Any]:
    schema = {"oneOf": [{"$ref": REF.format(model=body.__name__)} for body in one.bodies]}
    return {
        "operationId": f"{one.name}_told",
        "summary": one.summary,
        "description": f"Sent to `{one.setting}`, at least once.",
        "security": [],
        "parameters": [_header("Aloft-Delivery", "As `delivery`."), _header("Aloft-Signature", SIGNATURE)],
        "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
        "responses": {"2XX": {"description": TAKEN}},
    }


def _header(name: str, description: str) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": True, "description": description, "schema": {"type": "string"}}
