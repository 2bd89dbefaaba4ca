package keiyaku.contract;

import java.util.List;
import keiyaku.shared.Term;

/** What was chosen to follow a server contract's term (H-9): a term, and all options with it. */
public record NextChoice(Term term, List<OptionChoice> options) {

    public NextChoice {
        options = List.copyOf(options);
    }
}
