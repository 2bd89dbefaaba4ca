package sandbox.acquirer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import sandbox.card.Brand;
import sandbox.shared.Html;
import sandbox.shared.Json;
import sandbox.shared.Language;

/** The pages in the merchant's frame: the fields, and what came of them. */
final class FramePages {
    private record BrandFacts(
            String tag, String title, Object ranges, Object lengths, Object groups, int code) {
        static BrandFacts of(Brand brand) {
            return new BrandFacts(
                    brand.tag(),
                    brand.title(),
                    brand.ranges(),
                    brand.lengths(),
                    brand.groups(),
                    brand.codeLength());
        }
    }

    private static final String BRANDS =
            Json.text(Arrays.stream(Brand.values()).map(BrandFacts::of).toList());

    private FramePages() {}

    static String form(CardSession session) {
        var values = common(session);
        values.put("brands", BRANDS);
        values.put("words", Json.text(session.terms().language().words()));
        return Html.page("card", values);
    }

    static String result(CardSession session) {
        Language language = session.terms().language();
        String key =
                switch (session.status()) {
                    case OPEN, CHALLENGE -> "waiting";
                    case COMPLETED -> "completed";
                    case FAILED -> "failed";
                    case ABANDONED -> "abandoned";
                    case EXPIRED -> "expired";
                };
        return page(session, key, language.word(explanation(session, key)));
    }

    /** What the browser brought back does not belong to this session. */
    static String mismatch(CardSession session) {
        return page(session, "failed", session.terms().language().word("result.mismatch"));
    }

    private static String page(CardSession session, String key, String text) {
        var values = common(session);
        values.put("kind", key);
        values.put("title", session.terms().language().word("result." + key + ".title"));
        values.put("text", text);
        return Html.page("result", values);
    }

    private static String explanation(CardSession session, String key) {
        String code = session.failureCode();
        if (key.equals("failed") && code != null) {
            String own = "result.failed." + code;
            if (session.terms().language().words().containsKey(own)) {
                return own;
            }
        }
        return "result." + key + ".text";
    }

    private static Map<String, String> common(CardSession session) {
        var values = new HashMap<String, String>(session.terms().language().words());
        values.put("lang", session.terms().language().tag());
        values.put("session", session.id());
        values.put("origin", session.terms().merchantOrigin());
        values.put("status", session.status().tag());
        values.put("code", session.failureCode() == null ? "" : session.failureCode());
        return values;
    }
}
