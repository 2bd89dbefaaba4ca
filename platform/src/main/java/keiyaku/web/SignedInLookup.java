package keiyaku.web;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Finds who is behind an authentication whose principal is only an id; asked once a request. */
public interface SignedInLookup {

    Optional<SignedIn> of(Authentication authentication);
}
