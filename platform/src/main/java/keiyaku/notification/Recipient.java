package keiyaku.notification;

import keiyaku.shared.Language;

/** Where a message goes, an e-mail address or an E.164 number, and in which language. */
public record Recipient(String address, Language language) {

    public Recipient {
        if (address.isBlank() || address.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a recipient without an address");
        }
    }

    /** Addresses do not belong into a log. */
    @Override
    public String toString() {
        return "recipient in " + language.tag();
    }
}
