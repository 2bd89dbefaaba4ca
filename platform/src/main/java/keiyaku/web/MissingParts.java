package keiyaku.web;

import java.util.List;
import keiyaku.shared.AccountId;

/** What keeps an account from applying for products (M-3); asked for each page of a login. */
public interface MissingParts {

    List<SignedIn.Missing> of(AccountId account);
}
