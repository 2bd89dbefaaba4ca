package keiyaku.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.ApplicationForm.AgreedTerms;
import keiyaku.contract.Consent;
import keiyaku.contract.Contracts;
import keiyaku.scenario.World.NamedContract;
import org.springframework.stereotype.Component;

/** In a scenario a member agrees to the terms of whatever it chooses. */
@Component
record Agreeing(Catalogs catalogs, Contracts contracts) {

    Consent of(NamedContract named) {
        var contract = contracts.contract(named.owner().account(), named.id());
        var documents = new LinkedHashSet<String>();
        catalogs.current()
                .product(contract.offer().product())
                .ifPresent(product -> product.options().forEach(o -> documents.addAll(o.terms())));
        var agreed =
                documents.stream()
                        .map(code -> catalogs.current().terms(code).orElseThrow())
                        .map(terms -> new AgreedTerms(terms.code(), terms.version(), "127.0.0.1"))
                        .toList();
        return new Consent(named.owner().person().id(), List.copyOf(agreed));
    }
}
