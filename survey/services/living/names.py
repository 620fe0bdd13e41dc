"""What the people and units of the made-up company are called."""

import unicodedata

import numpy as np

from survey.services.rights import Role

COMPANY = "Meridian"
CONTACT = "Ines Haddad, People and Workplace, pulse@meridian.example"
ACCOUNTS = {
    Role.ADMIN: "admin@meridian.example",
    Role.HR: "hr@meridian.example",
    Role.CEO: "ceo@meridian.example",
    Role.COUNCIL: "council@meridian.example",
}
"""Who may sign in as more than an employee, besides those in the people file."""
DIVISIONS = {
    "Delivery": ("Onboarding Europe", "Onboarding Americas", "Migrations", "Customer Training"),
    "Engineering": ("Ingest", "Encoding", "Player", "Live Events"),
    "Platform": ("Network", "Storage", "Identity", "Reliability"),
    "Customer Support": ("First Line Europe", "First Line Americas", "Second Line", "Complaints"),
    "Sales": ("Nordics", "Central Europe", "North America", "Public Sector"),
    "Renewals": ("Partners", "Enterprise Desk", "Contracts", "Bids"),
    "Product": ("Discovery", "Design", "Customer Research", "Roadmap"),
    "Marketing": ("Brand", "Events", "Campaigns", "Documentation"),
    "Finance": ("Accounting", "Controlling", "Purchasing", "Billing"),
    "People and Workplace": ("Hiring", "Learning Desk", "Payroll", "Buildings"),
    "Data": ("Warehouse", "Reporting", "Models", "Quality"),
    "Field Service": ("Installations", "Repairs", "Depots", "Routes"),
}
TEAM_SIZES = (13, 9, 13, 9)
UNEVEN_SIZES = {"Engineering": (20, 7, 11, 8), "Sales": (24, 17, 22, 17)}
"""Of the four teams of each division. Nothing is told of a team with fewer than ten answers: Ingest is large. Nor is
it said of fewer than fifty whether other minds or other people moved them: Sales is large."""

WITHOUT_MAIL = ("Depots",)
"""Teams whose people have no mail at work: they get their links on paper."""

FIRST = (
    "Amira", "Anders", "Beatriz", "Björn", "Camille", "Chen", "Dagmar", "David", "Elena", "Emeka", "Fatima", "Felix",
    "Gabriel", "Grace", "Hana", "Henrik", "Ines", "Ivan", "Jonas", "Julia", "Karim", "Katarzyna", "Lea", "Lukas",
    "Maja", "Mateo", "Nadia", "Noah", "Olga", "Oskar", "Paula", "Priya", "Quentin", "Rosa", "Samuel", "Sofia",
    "Tariq", "Tomas", "Uma", "Ursula", "Viktor", "Wanda", "Xavier", "Yasmin", "Yusuf", "Zoe",
)  # fmt: skip
LAST = (
    "Andersson", "Bauer", "Becker", "Blanc", "Brown", "Castillo", "Cohen", "Costa", "Demir", "Dubois", "Eriksen",
    "Fernández", "Fischer", "Garcia", "Haddad", "Hansen", "Ito", "Jansen", "Johnson", "Kaya", "Keller", "Kim",
    "Kowalska",
    "Lambert", "Larsen", "Lopez", "Martin", "Meyer", "Moreau", "Müller", "Nguyen", "Novak", "Okafor", "Osei", "Patel",
    "Petrov", "Raman", "Roux", "Santos", "Schmidt", "Silva", "Singh", "Smith", "Tanaka", "Vargas", "Weber", "Wójcik",
    "Yilmaz", "Zimmermann",
)  # fmt: skip
SITES = (
    ("Europe/Stockholm", "SE", "en"),
    ("Europe/Berlin", "DE", "de"),
    ("Europe/Paris", "FR", "fr"),
    ("Europe/Madrid", "ES", "es"),
    ("America/New_York", "US", "en"),
    ("Asia/Singapore", "SG", "en"),
)
SITE_SHARES = (0.3, 0.25, 0.1, 0.1, 0.15, 0.1)


def full_names(n: int, rng: np.random.Generator) -> list[str]:
    """Drawn by lot; two people may share one."""
    first, last = rng.integers(len(FIRST), size=n), rng.integers(len(LAST), size=n)
    return [f"{FIRST[one]} {LAST[other]}" for one, other in zip(first, last, strict=True)]


def mail_of(name: str, number: int) -> str:
    """An address in a domain that is reserved for examples."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return f"{'.'.join(plain.split())}.{number}@meridian.example"
