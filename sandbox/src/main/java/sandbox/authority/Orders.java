package sandbox.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Ids;
import sandbox.shared.Journal;
import sandbox.shared.Json;
import tools.jackson.databind.JsonNode;

/** Accounts, orders and authorizations. One thing at a time. */
final class Orders {
    /**
     * A name that was proven need not be proven again for so long (baseline requirements, 2026).
     */
    private static final Duration REUSED = Duration.ofDays(200);

    /** So often a proof is looked for before another one is asked for. */
    private static final int PATIENCE = 8;

    private record Account(String id, String key) {}

    private record Kept(
            @Nullable Account account,
            @Nullable Order order,
            @Nullable Authorization authorization) {}

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Authorization> authorizations = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Zone zone;
    private final Journal journal;
    private int patience = PATIENCE;

    Orders(Zone zone, Journal journal) {
        this.zone = zone;
        this.journal = journal;
    }

    synchronized void replay(JsonNode line) {
        put(Json.from(line, Kept.class));
    }

    private void keep(Kept kept) {
        journal.append(kept);
        put(kept);
    }

    private void put(Kept kept) {
        if (kept.account() != null) {
            accounts.put(kept.account().id(), kept.account());
        }
        if (kept.order() != null) {
            orders.put(kept.order().id(), kept.order());
        }
        if (kept.authorization() != null) {
            authorizations.put(kept.authorization().id(), kept.authorization());
        }
    }

    /** The account of a key; a new one when it has none yet. */
    synchronized String account(String key) {
        var print = Jws.thumbprint(key);
        for (var account : accounts.values()) {
            if (Jws.thumbprint(account.key()).equals(print)) {
                return account.id();
            }
        }
        var account = new Account(Ids.next("acct"), key);
        keep(new Kept(account, null, null));
        return account.id();
    }

    synchronized String key(String account) {
        var known = accounts.get(account);
        if (known == null) {
            throw new Refused(400, "accountDoesNotExist", "There is no such account.");
        }
        return known.key();
    }

    /** What is asked for; the time of the order is that from which the certificate is to count. */
    record Asked(String name, String profile, Instant from, Instant until) {}

    synchronized Order order(String account, Asked asked) {
        if (refused.contains(asked.name())) {
            throw new Refused(
                    403, "rejectedIdentifier", "This authority issues nothing for the name.");
        }
        var authorization = proven(account, asked);
        if (authorization == null) {
            authorization =
                    new Authorization(
                            Ids.next("authz"),
                            account,
                            asked.name(),
                            Ids.next("t").substring(2) + Ids.next("t").substring(2),
                            "pending",
                            0,
                            null,
                            null,
                            asked.from());
        }
        var order =
                new Order(
                        Ids.next("order"),
                        account,
                        asked.name(),
                        asked.profile(),
                        asked.from(),
                        asked.until(),
                        authorization.id(),
                        null);
        keep(new Kept(null, order, authorization));
        return order;
    }

    private @Nullable Authorization proven(String account, Asked asked) {
        return authorizations.values().stream()
                .filter(a -> a.account().equals(account) && a.name().equals(asked.name()))
                .filter(a -> a.status().equals("valid"))
                .filter(a -> a.at().plus(REUSED).isAfter(asked.from()))
                .findFirst()
                .orElse(null);
    }

    synchronized Order order(String account, String id) {
        var order = orders.get(id);
        if (order == null || !order.account().equals(account)) {
            throw new Refused(404, "malformed", "There is no such order.");
        }
        return order;
    }

    synchronized Authorization authorization(String account, String id) {
        var authorization = authorizations.get(id);
        if (authorization == null || !authorization.account().equals(account)) {
            throw new Refused(404, "malformed", "There is no such authorization.");
        }
        return authorization;
    }

    /** Looks for the proof now; what is missing may be looked for again, for a while. */
    synchronized Authorization look(String account, String id, String way) {
        var authorization = authorization(account, id);
        if (!authorization.status().equals("pending")) {
            return authorization;
        }
        var proof = authorization.token() + "." + Jws.thumbprint(key(account));
        var problem = way.equals("dns-01") ? dns(authorization, proof) : file(authorization, proof);
        var looked =
                problem == null
                        ? authorization.proven(way)
                        : authorization.missed(way, problem, authorization.tries() + 1 >= patience);
        keep(new Kept(null, null, looked));
        return looked;
    }

    private @Nullable String dns(Authorization authorization, String proof) {
        var found = zone.record("_acme-challenge." + authorization.name());
        if (found == null) {
            return "dns:No TXT record was found.";
        }
        return found.equals(digest(proof)) ? null : "incorrectResponse:The TXT record differs.";
    }

    private @Nullable String file(Authorization authorization, String proof) {
        var found =
                zone.file(
                        authorization.name()
                                + "/.well-known/acme-challenge/"
                                + authorization.token());
        if (found == null) {
            return "connection:No file was found.";
        }
        return found.strip().equals(proof) ? null : "incorrectResponse:The file differs.";
    }

    synchronized Order issued(Order order, String chain) {
        var issued = order.issued(chain);
        keep(new Kept(null, issued, null));
        return issued;
    }

    synchronized List<Order> newest(int limit) {
        var all = new ArrayList<>(orders.values()).reversed();
        return all.subList(0, Math.min(limit, all.size()));
    }

    synchronized void refuse(String name) {
        refused.add(name);
    }

    synchronized void patience(int tries) {
        patience = tries;
    }

    private static String digest(String proof) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(proof.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
