"""What the chapters are about: a chapter's number goes in, its subject comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

SERVICES = """
libraries: library members, readers: branches, reading rooms: \
book loans, reading groups, local archives, study spaces
home care: home care clients, older patients: day centres, care offices: \
care assessments, evening calls, meal rounds, key safe fittings
road repair: drivers, cyclists: depots, gritting yards: \
pothole claims, winter gritting, kerb repairs, street lighting
housing advice: housing applicants, lodgers: advice rooms, hostels: \
homelessness checks, rent deposits, tenancy letters, damp surveys
waste collection: recycling households, allotment holders: tips, sorting sheds: \
missed rounds, bulky collections, garden bins, litter patrols
parks: dog walkers, bowling clubs: play areas, park cafes: \
tree care, path repairs, grass cutting, flower beds
youth work: young people, street groups: youth clubs, music studios: \
street sessions, evening sports, mentoring, summer camps
bus travel: bus passengers, commuters: bus stations, ticket offices: \
subsidised routes, evening buses, travel passes, school runs
benefit advice: claimants, pension savers: help desks, interview rooms: \
discretionary payments, debt advice, appeal letters, home interviews
school meals: pupils, lunchtime staff: kitchens, dining halls: \
free meal checks, menu planning, breakfast clubs, food deliveries
planning: planning applicants, builders: planning counters, drawing stores: \
permit decisions, site visits, tree orders, shopfront grants
public health: patients, expectant mothers: clinics, testing vans: \
health visits, stop-smoking groups, vaccine rounds, diet advice
swimming: swimmers, diving clubs: pools, changing rooms: \
swimming lessons, lane bookings, lifeguard training, water tests
early years: nursery families, childminders: children's centres, toy stores: \
nursery visits, play sessions, speech support, childcare grants
trading standards: shoppers, stallholders: testing rooms, market offices: \
shop inspections, scales checks, doorstep warnings, food labels
adult learning: adult learners, evening tutors: classrooms, workshops: \
evening courses, language classes, skills checks, crafts
"""
"""A service a line: its name, users, buildings and work."""

ASPECTS = ("access", "cost", "staffing", "quality")


@dataclass(frozen=True, slots=True)
class Topic:
    """The subject of one chapter."""

    number: int
    """From 1, in reading order."""
    service: str
    aspect: str
    words: Mapping[str, Sequence[str]]
    """What the grammar takes from the chapter: alternatives by name."""

    @property
    def title(self) -> str:
        """The chapter's heading."""
        return f"{self.service.capitalize()}: {self.aspect}"

    @property
    def name(self) -> str:
        """The name of its table, its figure, its ids and its quantities."""
        return f"{self.service.replace(' ', '_')}_{self.aspect}"

    @property
    def file(self) -> str:
        """The path of its chapter."""
        return f"sources/{self.number:03}-{self.name.replace('_', '-')}.md"


def topics(count: int) -> list[Topic]:
    """Return the subjects of a report; the services come round, aspect by aspect."""
    services = [line.split(": ") for line in SERVICES.strip().split("\n")]
    pairs = list(product(ASPECTS, services))
    if count > len(pairs):
        raise SystemExit(f"There are topics for {len(pairs)} chapters, not {count}")
    return [_topic(number, *pair) for number, pair in enumerate(pairs[:count], 1)]


def _topic(number: int, aspect: str, service: Sequence[str]) -> Topic:
    names = ("service", "users", "asset", "work")
    parts = (part.split(", ") for part in service)
    words = dict(zip(names, parts, strict=True))
    return Topic(number, service[0], aspect, words)
