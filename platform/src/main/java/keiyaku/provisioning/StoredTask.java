package keiyaku.provisioning;

import java.util.UUID;

/** A task with its place in its contract's line; its id is the same at every attempt. */
record StoredTask(UUID id, long sequence, ProvisioningTask task) {

    /** The id on the wire; a site that has seen it has done it. */
    String wireId() {
        return "prv_" + id.toString().replace("-", "");
    }
}
