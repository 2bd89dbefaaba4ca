package keiyaku.member;

import java.util.List;
import keiyaku.member.MemberDetails.Origin;
import keiyaku.shared.BadInputException;

/** The choices of M-4: what one wants to build, and how one heard of us. */
public final class Origins {

    public static final List<String> SERVICE_FIELDS =
            List.of(
                    "web",
                    "commerce",
                    "game",
                    "media",
                    "finance",
                    "education",
                    "public",
                    "medical",
                    "manufacturing",
                    "research",
                    "other");
    public static final List<String> HEARD_FROM =
            List.of("search", "recommendation", "partner", "event", "news", "social", "other");

    private Origins() {}

    static String serviceField(String typed) {
        return oneOf("serviceField", typed, SERVICE_FIELDS);
    }

    static String heardFrom(String typed) {
        return oneOf("heardFrom", typed, HEARD_FROM);
    }

    static Origin of(String serviceField, String heardFrom) {
        return new Origin(serviceField(serviceField), heardFrom(heardFrom));
    }

    private static String oneOf(String field, String typed, List<String> choices) {
        if (!choices.contains(typed)) {
            throw new BadInputException(field, "choose-one");
        }
        return typed;
    }
}
