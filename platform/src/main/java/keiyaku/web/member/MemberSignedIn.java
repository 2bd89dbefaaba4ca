package keiyaku.web.member;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import keiyaku.member.Member;
import keiyaku.member.Members;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import keiyaku.web.MissingParts;
import keiyaku.web.SignedIn;
import keiyaku.web.SignedInLookup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The member behind a request, as it is now and not as it was at login. */
@Component
class MemberSignedIn implements SignedInLookup {

    private final Members members;
    private final ObjectProvider<MissingParts> missingParts;
    private final ZoneId zone;

    MemberSignedIn(
            Members members,
            ObjectProvider<MissingParts> missingParts,
            @Value("${keiyaku.zone:Asia/Tokyo}") ZoneId zone) {
        this.members = members;
        this.missingParts = missingParts;
        this.zone = zone;
    }

    @Override
    public Optional<SignedIn> of(Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof MemberLogin login)) {
            return Optional.empty();
        }
        var account = login.account();
        var member = members.member(account);
        // Asked for by pages only, not by the API.
        var missing = SingletonSupplier.of(() -> missing(account));
        return Optional.of(new Current(member, missing, zone));
    }

    private List<SignedIn.Missing> missing(AccountId account) {
        return missingParts.orderedStream().flatMap(parts -> parts.of(account).stream()).toList();
    }

    private record Current(
            Member member, SingletonSupplier<List<SignedIn.Missing>> missingParts, ZoneId zone)
            implements SignedIn {
        @Override
        public List<SignedIn.Missing> missing() {
            return missingParts.obtain();
        }

        @Override
        public String displayName() {
            return member.displayName();
        }

        @Override
        public AccountId account() {
            return member.account();
        }

        @Override
        public Language language() {
            return member.language();
        }
    }
}
