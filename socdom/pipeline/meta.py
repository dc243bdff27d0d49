"""About an edition as a whole, from its parameters and sources."""

from __future__ import annotations

from socdom.editions.model import EditionMeta
from socdom.parameters.logo import read_logo
from socdom.parameters.verversen import renewed_within
from socdom.pipeline.accessibility import accessibility_of
from socdom.pipeline.inputs import Inputs


def meta_of(inputs: Inputs, remarks: tuple[str, ...]) -> EditionMeta:
    """What the edition tells about itself; `remarks` are Dutch sentences about the deliveries."""
    gemeente, kwartaal = inputs.gemeente, inputs.kwartaal
    return EditionMeta(
        slug=inputs.slug,
        name=gemeente.naam,
        code=gemeente.code,
        fictional=gemeente.fictief,
        profile=gemeente.profiel,
        accent=gemeente.huisstijl.accent,
        goal_colour=gemeente.huisstijl.doel,
        logo=read_logo(inputs.folder, gemeente.huisstijl.logo),
        griffie_email=gemeente.griffie.email,
        answer_days=gemeente.griffie.antwoordtermijn_werkdagen,
        period=kwartaal.kwartaal,
        kind=inputs.kind,
        edition=kwartaal.editie,
        lookback=kwartaal.terugblik,
        lookback_years=kwartaal.terugblik_jaren,
        figures_as_of=kwartaal.cijfers_per,
        version=kwartaal.versie,
        state=inputs.state,
        replaces=inputs.replaces,
        pc_document=kwartaal.pc_document,
        own_registration=gemeente.bronnen.leveringen,
        protection=inputs.protection,
        reference=inputs.open_data.reference,
        notes=inputs.open_data.notes,
        remarks=remarks,
        renewed_within=renewed_within(
            gemeente.verversen, own_registration=gemeente.bronnen.leveringen, fictional=gemeente.fictief
        ),
        accessibility=accessibility_of(gemeente.toegankelijkheid),
    )
