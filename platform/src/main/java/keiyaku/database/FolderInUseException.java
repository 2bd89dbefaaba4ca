package keiyaku.database;

import java.nio.file.Path;

/** Another Keiyaku works on the data folder. */
public final class FolderInUseException extends RuntimeException {

    private final transient Path folder;

    public FolderInUseException(Path folder) {
        super(
                "Keiyaku is already running on "
                        + folder.toAbsolutePath()
                        + ". Stop it first, or start this one with another folder: --data FOLDER");
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }
}
