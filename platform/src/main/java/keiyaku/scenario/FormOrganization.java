package keiyaku.scenario;

import java.util.Set;
import keiyaku.member.Organizations;
import org.springframework.stereotype.Component;

/** form-organization: accounts join under a managing account. */
@Component
class FormOrganization implements Verb {

    private final Organizations organizations;

    FormOrganization(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public String name() {
        return "form-organization";
    }

    @Override
    public Set<String> fields() {
        return Set.of("manager", "members");
    }

    @Override
    public String says() {
        return "members join an organization under its managing account";
    }

    @Override
    public void perform(World world, Step step) {
        organizations.join(world.manager(step), world.members(step));
    }
}
