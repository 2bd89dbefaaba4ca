package keiyaku.web.value;

/**
 * An account on the page of a charge.
 *
 * @param member whether it is in the organization now, so that the charge can be shared with it
 */
public record ShareRow(String id, String name, String used, boolean member, boolean shared) {}
