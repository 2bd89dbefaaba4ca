package keiyaku.web.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import keiyaku.web.Form;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of all deeds show.
 *
 * @param quote null while it is not known what it would cost
 * @param deed what the button says that does it
 */
public record DeedPage(Subject subject, Form form, @Nullable QuoteView quote, String deed) {

    static DeedPage of(Subject subject, Form form, Optional<QuoteView> quote, String deed) {
        return new DeedPage(subject, form, quote.orElse(null), deed);
    }

    /** For a template; the form stands beside it so that the frame sees its errors. */
    Map<String, Object> model() {
        var model = new HashMap<String, Object>();
        model.put("deed", this);
        model.put("form", form);
        return model;
    }
}
