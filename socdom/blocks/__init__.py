"""One figure or group of figures as a piece of page, shared by report and dashboard: both show the same.

Every block is HTML (str, or a `Block` that gives it) without a page around it. It fits in a `<div class="baan">`,
works without JavaScript, and takes its numbers from the edition alone.
"""

from socdom.blocks.accessibility import accessibility
from socdom.blocks.actions import Link, View
from socdom.blocks.all_explanations import all_explanations
from socdom.blocks.annex import annex
from socdom.blocks.archive import archive_page, document_links
from socdom.blocks.assets import static_folder
from socdom.blocks.beside_others import comparing_page
from socdom.blocks.budget import money
from socdom.blocks.cards import key_figure_notes, key_figure_rows, key_figures
from socdom.blocks.changes import changes
from socdom.blocks.comparisons import comparison
from socdom.blocks.errata import errata
from socdom.blocks.explained import explained
from socdom.blocks.explanations import explanation
from socdom.blocks.figures import figure
from socdom.blocks.goals import goals_brief, goals_page
from socdom.blocks.highlights import main_lines
from socdom.blocks.later import Block
from socdom.blocks.lookback import lookback
from socdom.blocks.mark import mark
from socdom.blocks.notices import developments, no_registration, notice
from socdom.blocks.overview_table import key_figure_table
from socdom.blocks.palette import theme_css
from socdom.blocks.policy import policy_indicators, policy_indicators_brief
from socdom.blocks.provenance import about
from socdom.blocks.rankings import areas, breakdown, halves
from socdom.blocks.signals import signals_brief, signals_page
from socdom.blocks.small_figures import small_figures
from socdom.blocks.theme_list import theme_list
from socdom.blocks.themes import money_groups, theme_blocks
from socdom.blocks.volume_price import volume_price
from socdom.blocks.wijk_profiles import wijk_profile, wijk_profiles
from socdom.blocks.wijken import differing, list_and_map, no_wijken, wijk_links
from socdom.blocks.years import over_years

__all__ = [
    "Block",
    "Link",
    "View",
    "about",
    "accessibility",
    "all_explanations",
    "archive_page",
    "annex",
    "areas",
    "breakdown",
    "changes",
    "comparing_page",
    "comparison",
    "developments",
    "differing",
    "document_links",
    "errata",
    "explained",
    "explanation",
    "figure",
    "goals_brief",
    "goals_page",
    "halves",
    "key_figure_notes",
    "key_figure_rows",
    "key_figure_table",
    "key_figures",
    "list_and_map",
    "lookback",
    "main_lines",
    "mark",
    "money",
    "money_groups",
    "no_registration",
    "no_wijken",
    "notice",
    "over_years",
    "policy_indicators",
    "policy_indicators_brief",
    "signals_brief",
    "signals_page",
    "small_figures",
    "static_folder",
    "theme_blocks",
    "theme_css",
    "theme_list",
    "volume_price",
    "wijk_links",
    "wijk_profile",
    "wijk_profiles",
]
