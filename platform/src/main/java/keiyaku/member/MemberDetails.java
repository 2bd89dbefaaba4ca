package keiyaku.member;

import org.jspecify.annotations.Nullable;

/** What a member tells of itself, read and checked. */
public record MemberDetails(
        Holder holder,
        String country,
        EmailAddress email,
        @Nullable PhoneNumber phone,
        Address address,
        Origin origin) {

    /** What the member wants to build, and how it heard of us; codes of {@link Origin}. */
    public record Origin(String serviceField, String heardFrom) {
        public static final Origin UNKNOWN = new Origin("other", "other");
    }
}
