package keiyaku.contract;

import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;

/**
 * An option that a member chooses with or after a server contract (H-2 to H-4).
 *
 * @param term of the option's own; null: the contract's where it is offered
 * @param quantity devices; 1 where the price is flat
 * @param name what it is for, such as a certificate's common name; null: not known yet
 */
public record OptionChoice(
        String code, @Nullable Term term, long quantity, @Nullable String name) {}
