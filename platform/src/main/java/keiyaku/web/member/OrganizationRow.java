package keiyaku.web.member;

import java.util.List;
import keiyaku.shared.Money;

/** An account as the page of organizations names it, with what it has to pay, if anything. */
public record OrganizationRow(String id, String name, List<Money> open) {}
