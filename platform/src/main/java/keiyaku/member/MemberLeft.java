package keiyaku.member;

import keiyaku.shared.AccountId;

/** An account is in an organization no more; published in the transaction that ended it. */
public record MemberLeft(AccountId manager, AccountId member) {}
