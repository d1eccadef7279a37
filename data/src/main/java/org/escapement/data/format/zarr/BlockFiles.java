package org.escapement.data.format.zarr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.escapement.data.Dataset;
import org.escapement.data.Grid;
import org.escapement.data.Provenance;
import org.escapement.data.Schema;
import org.escapement.data.StatusCode;
import org.escapement.data.StoreException;
import org.escapement.data.Variable;

/** The chunk files of a store: one per block and variable, and one per block for the statuses. */
final class BlockFiles {
    private final Path directory;
    private final StoreLayout layout;
    private final ZarrGroup group;

    BlockFiles(Path directory, StoreLayout layout) {
        this.directory = directory;
        this.layout = layout;
        this.group = new ZarrGroup(layout);
    }

    boolean done(Block block) {
        return Files.exists(statusFile(block));
    }

    private Path statusFile(Block block) {
        return directory.resolve(Schema.STATUS).resolve(ZarrArray.key(block.position()));
    }

    private Path file(Variable variable, Block block) {
        int[] key = Arrays.copyOf(block.position(), variable.axes().size());
        return directory.resolve(variable.name()).resolve(ZarrArray.key(key));
    }

    /** Number of values a variable has at one point. */
    private int inner(Variable variable) {
        int[] shape = layout.schema().shape(variable);
        return Grid.size(Arrays.copyOfRange(shape, layout.schema().sweep().size(), shape.length));
    }

    void write(Block block, Map<String, double[]> values, int[] status) throws IOException {
        check(block, values, status);
        for (Variable variable : layout.schema().variables()) {
            int inner = inner(variable);
            double[] given = values.get(variable.name());
            double[] chunk = new double[Grid.size(group.chunk(variable))];
            Arrays.fill(chunk, Double.NaN);
            for (int point = 0; point < status.length; point++) {
                if (status[point] == StatusCode.OK.code()) {
                    System.arraycopy(given, point * inner, chunk, place(block, point) * inner, inner);
                }
            }
            Path file = file(variable, block);
            AtomicFile.write(file, ZarrArray.encode(chunk));
            AtomicFile.settle(file.getParent());
        }
        int[] chunk = new int[Grid.size(layout.blockShape())];
        Arrays.fill(chunk, StatusCode.NOT_COMPUTED.code());
        for (int point = 0; point < status.length; point++) {
            chunk[place(block, point)] = status[point];
        }
        Path file = statusFile(block);
        AtomicFile.write(file, ZarrArray.encode(chunk));
        AtomicFile.settle(file.getParent());
    }

    /** Place in the full chunk of a point of a block that the edge of the grid may have cut short. */
    private int place(Block block, int point) {
        return Grid.offset(layout.blockShape(), Grid.index(block.shape(), point));
    }

    private void check(Block block, Map<String, double[]> values, int[] status) {
        require(block, "status", block.points(), status.length);
        for (Variable variable : layout.schema().variables()) {
            double[] given = values.get(variable.name());
            if (given == null) {
                throw new StoreException("Variable \"" + variable.name() + "\" is missing from " + block + " for "
                        + directory + ": commit all variables of the schema together.");
            }
            require(block, "variable \"" + variable.name() + "\"", block.points() * inner(variable), given.length);
        }
        for (String name : values.keySet()) {
            if (layout.schema().variables().stream().noneMatch(v -> v.name().equals(name))) {
                throw new StoreException("Variable \"" + name + "\" of " + block + " is not in the schema of "
                        + directory + ": declare it there or leave it out.");
            }
        }
    }

    private void require(Block block, String what, int expected, int given) {
        if (expected != given) {
            throw new StoreException("The " + what + " of " + block + " for " + directory + " has " + given
                    + " values where " + expected + " are needed: check the shape of the block.");
        }
    }

    Dataset read() throws IOException {
        Schema schema = layout.schema();
        int[] status = new int[Grid.size(schema.sweepShape())];
        Arrays.fill(status, StatusCode.NOT_COMPUTED.code());
        Map<String, double[]> values = new LinkedHashMap<>();
        for (Variable variable : schema.variables()) {
            double[] all = new double[Grid.size(schema.shape(variable))];
            Arrays.fill(all, Double.NaN);
            values.put(variable.name(), all);
        }
        for (int number = 0; number < Grid.size(layout.blockCounts()); number++) {
            Block block = Block.of(layout, number);
            if (done(block)) {
                read(block, values, status);
            }
        }
        Provenance provenance = layout.provenance();
        for (Map.Entry<String, String> entry : layout.identity().entrySet()) {
            provenance = provenance.with(entry.getKey(), entry.getValue());
        }
        return new Dataset(schema, values, status, layout.attributes(), provenance);
    }

    private void read(Block block, Map<String, double[]> values, int[] status) throws IOException {
        int[] sweep = layout.schema().sweepShape();
        int[] codes = statuses(block);
        for (int point = 0; point < block.points(); point++) {
            status[Grid.offset(sweep, block.index(point))] = codes[place(block, point)];
        }
        for (Variable variable : layout.schema().variables()) {
            int inner = inner(variable);
            double[] chunk = doubles(variable, block);
            for (int point = 0; point < block.points(); point++) {
                System.arraycopy(
                        chunk,
                        place(block, point) * inner,
                        values.get(variable.name()),
                        Grid.offset(sweep, block.index(point)) * inner,
                        inner);
            }
        }
    }

    private int[] statuses(Block block) throws IOException {
        Path file = statusFile(block);
        try {
            return ZarrArray.decodeInts(Files.readAllBytes(file), Grid.size(layout.blockShape()));
        } catch (DataFormatException e) {
            throw damaged(file, block, e);
        }
    }

    private double[] doubles(Variable variable, Block block) throws IOException {
        Path file = file(variable, block);
        if (!Files.exists(file)) {
            throw damaged(file, block, new DataFormatException("the file is missing"));
        }
        try {
            return ZarrArray.decodeDoubles(Files.readAllBytes(file), Grid.size(group.chunk(variable)));
        } catch (DataFormatException e) {
            throw damaged(file, block, e);
        }
    }

    private StoreException damaged(Path file, Block block, DataFormatException cause) {
        return new StoreException(
                "The file " + file + " is damaged (" + cause.getMessage() + "): delete " + statusFile(block)
                        + " and run again to compute that block anew.",
                cause);
    }
}
