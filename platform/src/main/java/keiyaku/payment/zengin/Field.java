package keiyaku.payment.zengin;

import org.jspecify.annotations.Nullable;

/**
 * One field of a record.
 *
 * @param id as our vectors call it
 * @param start its first column, from 1
 * @param constant what must stand in it; null when it varies
 */
record Field(
        String id, int start, int length, CharacterClass characters, @Nullable String constant) {

    boolean numeric() {
        return characters == CharacterClass.DIGITS;
    }

    /** Numbers to the right with zeros before them, all else to the left with spaces behind. */
    String padded(String value) {
        if (value.length() > length) {
            throw new IllegalArgumentException(id + " is longer than " + length);
        }
        var wrong = characters.firstWrong(value);
        if (wrong.isPresent()) {
            throw new IllegalArgumentException(
                    id + ": '" + value.charAt(wrong.getAsInt()) + "' may not stand here");
        }
        var rest = (numeric() ? "0" : " ").repeat(length - value.length());
        return numeric() ? rest + value : value + rest;
    }
}
