package dev.membersync.testkit;

import java.util.List;

/** Invented names: a gallery of the ones that break software, and two lists to combine for the rest. */
final class SampleNames {
    /** One member each, in this order, before any combined name. */
    static final List<String> GALLERY = List.of(
            "Zo\u00eb Sn\u00f8dahl",
            "Zoe\u0308 Winterbourne",
            "Teguh",
            "Ludwig van der Heyden",
            "M\u00e1ire N\u00ed Cheallaigh",
            "Omar bin Sa\u00efd al-Masri",
            "Siobhan O'Dowd-Reilly",
            "Siobhan O\u2019Dowd-Reilly",
            "\u738b\u5c0f\u660e",
            "\u5c71\u7530 \u592a\u90ce",
            "\uae40\ubbfc\uc900",
            "\u0644\u064a\u0644\u0649 \u062d\u0633\u0646",
            "\u200f\u05e0\u05d5\u05e2\u05d4 \u05dc\u05d5\u05d9\u200f",
            "\u0905\u0928\u093e\u092e\u093f\u0915\u093e \u0935\u0930\u094d\u092e\u093e",
            "\u0130pek I\u015f\u0131k",
            "Gro\u00dfe Stra\u00dfer",
            "\u039d\u03af\u03ba\u03bf\u03c2 \u039c\u03ac\u03c1\u03ba\u03bf\u03c2",
            "Jo \ud83c\udfbb Fiddler",
            "Ana Luc\u00eda Mar\u00eda del Carmen Fern\u00e1ndez de la Fuente y Garc\u00eda-Montenegro del Valle",
            "Null",
            "Test N/A",
            "=Formula Jones",
            "Bo <b>Bold</b> \"Quote\" & Sons",
            "X \u00c6",
            "  Padded   Blanks  ");

    private static final List<String> GIVEN = List.of(
            "Ada", "Amara", "Anders", "Beatriz", "Bram", "Chidi", "Dana", "Elif", "Emeka", "Farah", "Femke", "Gita",
            "Hana", "Ines", "Jakub", "Jonas", "Kaia", "Lena", "Mateo", "Mirela", "Nadia", "Noor", "Oskar", "Priya",
            "Quentin", "Rosa", "Sanna", "Tariq", "Uma", "Vera", "Wanjiru", "Yusuf");
    private static final List<String> FAMILY = List.of(
            "Abara",
            "Bergstr\u00f6m",
            "Castellan",
            "de Wit",
            "Eriksen",
            "Fontaine",
            "Grabowski",
            "Haddad",
            "Ibarra",
            "Jansen",
            "Kowalczyk",
            "Lindqvist",
            "Marchetti",
            "Nakamura",
            "Okonkwo",
            "Petrov",
            "Quiroga",
            "Rahman",
            "Silva",
            "Takeda",
            "Ueland",
            "van den Broek",
            "Wambui",
            "Xanthos",
            "Yilmaz",
            "Zeman");

    private SampleNames() {}

    /** Combines every given name with every family name before it repeats one. */
    static String combined(int index) {
        String given = GIVEN.get(index % GIVEN.size());
        String family = FAMILY.get((index / GIVEN.size() + index) % FAMILY.size());
        return given + " " + family;
    }
}
