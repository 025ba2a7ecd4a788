"""A town of people, and the same people once more as a second clerk would have entered them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

GIVEN = """
María Carmen Ana Isabel Laura Cristina Marta Lucía Elena Pilar Dolores Francisca Antonia Rosa Teresa Paula Sara Raquel
Beatriz Nuria Silvia Rocío Julia Irene Patricia Mercedes Encarnación Sofía Alba Begoña José Antonio Manuel Francisco
David Juan Javier Daniel Carlos Jesús Alejandro Miguel Rafael Pedro Pablo Ángel Sergio Fernando Jorge Luis Alberto
Álvaro Diego Adrián Raúl Enrique Ramón Vicente Iván Rubén Óscar Andrés Joaquín Santiago Eduardo Víctor Mario Roberto
Jaime Ignacio Marcos Salvador Ricardo Gabriel Emilio Julián Guillermo Tomás Agustín
"""
SURNAMES = """
García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz
Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales
Suárez Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano
Guerrero Cano Prieto Méndez Cruz Calvo Gallego Herrera Márquez León Vidal Peña Flores Cabrera Campos Vega Fuentes
Carrasco Diez Reyes Caballero Nieto Aguilar Pascual Santana Herrero Montero Hidalgo Lorenzo Giménez Ibáñez Ferrer
Duran Santiago Benítez Vargas Mora Vicente Arias Carmona Crespo Román Pastor Soto Sáez Velasco Moya Soler Parra
Esteban Bravo Gallardo Rojas Merino Franco Espinosa Izquierdo Lara Rivas Silva Rivera Casado Arroyo Redondo Camacho
Rey Vera Otero Luque Galán Montes Ríos Sierra Segura Carrillo Marcos Marti Soriano Mendoza
"""
NICKNAMES = {
    "José": "Pepe", "Francisco": "Paco", "Ignacio": "Nacho", "Dolores": "Lola", "María": "Mª", "Manuel": "Manolo",
    "Enrique": "Quique", "Francisca": "Paqui", "Rafael": "Rafa", "Mercedes": "Merche", "Antonio": "Toni",
    "Javier": "Javi", "Santiago": "Santi", "Guillermo": "Guille", "Beatriz": "Bea", "Encarnación": "Encarna",
}  # fmt: skip
PLAIN = str.maketrans("áéíóúüñÁÉÍÓÚÑ", "aeiouunAEIOUN")
SOUNDS = (("b", "v"), ("v", "b"), ("z", "s"), ("j", "g"), ("h", ""), ("ll", "y"), ("c", "s"))
HOSTS = ("gmail.com", "hotmail.example", "yahoo.example", "correo.example")


@dataclass(frozen=True, slots=True)
class Town:
    """``people`` by id, and ``pairs`` of ids that are one person."""

    people: dict[str, dict[str, Any]]
    pairs: frozenset[tuple[str, str]]


def town(*, people: int, doubles: int, seed: int = 20261122) -> Town:
    """Return a town in which so many people have been entered twice."""
    dice = random.Random(seed)
    entered = {f"p{n:05d}": _person(dice) for n in range(people)}
    chosen = dice.sample(sorted(entered), doubles)
    again = {f"{id}x": _again(dice, entered[id]) for id in chosen}
    return Town({**entered, **again}, frozenset((id, f"{id}x") for id in chosen))


def _person(dice: random.Random) -> dict[str, Any]:
    given = (
        dice.choice(GIVEN.split())
        if dice.random() < 0.8
        else f"{dice.choice(GIVEN.split())} {dice.choice(GIVEN.split())}"
    )
    surnames = [_surname(dice), *([_surname(dice)] if dice.random() < 0.75 else [])]
    name = f"{given} {' '.join(surnames)}"
    local = f"{given.split()[0]}.{surnames[0]}{dice.randrange(10, 9_999)}".lower().translate(PLAIN)
    values = {"name": name, "first_name": given, "last_name": " ".join(surnames)}
    if dice.random() < 0.75:
        values["emails"] = f"{local}@{dice.choice(HOSTS)}"
    if dice.random() < 0.8:
        values["phones"] = f"+34{dice.choice('67')}{dice.randrange(10**8):08d}"
    return values


def _surname(dice: random.Random) -> str:
    """Return a surname; the frequent ones are as frequent as they are."""
    surnames = SURNAMES.split()
    return surnames[min(int(dice.expovariate(1 / 30)), len(surnames) - 1)]


def _again(dice: random.Random, person: dict[str, Any]) -> dict[str, Any]:
    """Return a person as entered again: one slip or two in the name, a channel lost, changed or written otherwise."""
    slips = dice.sample((_without_accents, _typo, _by_sound, _nickname, _one_surname, _swapped), dice.choice((1, 1, 2)))
    name = person["name"]
    for slip in slips:
        name = slip(dice, name)
    values = {"name": name}
    kept = [channel for channel in ("emails", "phones") if channel in person]
    if len(kept) == 2 and dice.random() < 0.6:
        kept.remove(dice.choice(kept))
    if kept == ["emails"] or (not kept and dice.random() < 0.5):
        values["phones"] = f"+346{dice.randrange(10**8):08d}"
    if kept and dice.random() < 0.1:
        kept = []  # reached otherwise by now, and only the name tells
    for channel in kept:
        values[channel] = _written_otherwise(dice, person[channel])
    return values


def _written_otherwise(dice: random.Random, channel: str) -> str:
    local, at, host = channel.partition("@")
    return f"{local}+crm@{host}" if at and dice.random() < 0.3 else channel


def _without_accents(_dice: random.Random, name: str) -> str:
    return name.translate(PLAIN)


def _typo(dice: random.Random, name: str) -> str:
    at = dice.randrange(1, len(name) - 2)
    kinds = (name[:at] + name[at + 1 :], name[:at] + name[at + 1] + name[at] + name[at + 2 :], name[:at] + name[at:])
    return dice.choice(kinds)


def _by_sound(dice: random.Random, name: str) -> str:
    written, heard = dice.choice(SOUNDS)
    return name.replace(written, heard, 1)


def _nickname(_dice: random.Random, name: str) -> str:
    given, _, rest = name.partition(" ")
    return f"{NICKNAMES.get(given, given)} {rest}"


def _one_surname(_dice: random.Random, name: str) -> str:
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 2 else name


def _swapped(_dice: random.Random, name: str) -> str:
    given, _, surnames = name.partition(" ")
    return f"{surnames}, {given}"


def stored(values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield a person's values as the store keeps them."""
    for name, value in values.items():
        yield name, [{"value": value, "primary": True}] if name in ("emails", "phones") else value
