import type { BuiltQuery, Expression, Pattern, Projection, SelectQuery } from './query-parts.ts';
import { TermWriter } from './write-term.ts';

/**
 * The text of a query, laid out for people to read, with the prefixes it uses. Every value is escaped as what it is, so
 * that nothing in it can change the query.
 * @throws GraphError `graph/invalid-query` for a name or IRI that the grammar does not have.
 */
export function writeQuery(query: BuiltQuery): string {
  const writer = new QueryWriter();
  const body = 'ask' in query ? `ASK ${writer.group(query.ask, '')}` : writer.select(query, '');
  return `${writer.terms.prologue()}${body}\n`;
}

class QueryWriter {
  readonly terms = new TermWriter();

  select(query: SelectQuery, indent: string): string {
    const lines = [
      `SELECT ${query.distinct === true ? 'DISTINCT ' : ''}${query.project.map((item) => this.#projection(item)).join(' ')} WHERE ${this.group(query.where, indent)}`,
    ];
    if (query.groupBy !== undefined && query.groupBy.length > 0) {
      lines.push(`GROUP BY ${query.groupBy.map((name) => this.terms.variable(name)).join(' ')}`);
    }
    if (query.having !== undefined) lines.push(`HAVING(${this.#expression(query.having)})`);
    if (query.orderBy !== undefined && query.orderBy.length > 0) {
      const keys = query.orderBy.map(({ by, descending }) => {
        const key = this.#expression(by);
        if (descending === true) return `DESC(${key})`;
        return 'variable' in by ? key : `ASC(${key})`;
      });
      lines.push(`ORDER BY ${keys.join(' ')}`);
    }
    if (query.limit !== undefined) lines.push(`LIMIT ${Math.trunc(query.limit)}`);
    if (query.offset !== undefined) lines.push(`OFFSET ${Math.trunc(query.offset)}`);
    return lines.join(`\n${indent}`);
  }

  group(patterns: readonly Pattern[], indent: string): string {
    const inner = `${indent}  `;
    return `{\n${patterns.map((pattern) => `${inner}${this.#pattern(pattern, inner)}\n`).join('')}${indent}}`;
  }

  #pattern(pattern: Pattern, indent: string): string {
    if ('subject' in pattern) {
      const verb = 'path' in pattern ? this.terms.path(pattern.path) : this.terms.variable(pattern.predicate);
      return `${this.terms.term(pattern.subject)} ${verb} ${this.terms.term(pattern.object)} .`;
    }
    if ('graph' in pattern) {
      const { graph } = pattern;
      const name = typeof graph === 'string' ? this.terms.variable(graph) : this.terms.term(graph);
      return `GRAPH ${name} ${this.group(pattern.patterns, indent)}`;
    }
    if ('values' in pattern) return this.#values(pattern.values, pattern.rows);
    if ('filter' in pattern) return `FILTER(${this.#expression(pattern.filter)})`;
    if ('optional' in pattern) return `OPTIONAL ${this.group(pattern.optional, indent)}`;
    if ('exists' in pattern) return `FILTER EXISTS ${this.group(pattern.exists, indent)}`;
    if ('notExists' in pattern) return `FILTER NOT EXISTS ${this.group(pattern.notExists, indent)}`;
    if ('minus' in pattern) return `MINUS ${this.group(pattern.minus, indent)}`;
    if ('union' in pattern) return pattern.union.map((branch) => this.group(branch, indent)).join(' UNION ');
    if ('bind' in pattern) return `BIND(${this.#expression(pattern.bind)} AS ${this.terms.variable(pattern.as)})`;
    return `{\n${indent}  ${this.select(pattern.select, `${indent}  `)}\n${indent}}`;
  }

  #values(variables: readonly string[], rows: Extract<Pattern, { values: unknown }>['rows']): string {
    const cell = (value: (typeof rows)[number][number]) => (value === undefined ? 'UNDEF' : this.terms.term(value));
    if (variables.length === 1) {
      const cells = rows.map(([value]) => cell(value));
      return `VALUES ${this.terms.variable(variables[0] ?? '')} { ${cells.join(' ')} }`;
    }
    const lines = rows.map((row) => `(${row.map(cell).join(' ')})`);
    return `VALUES (${variables.map((name) => this.terms.variable(name)).join(' ')}) { ${lines.join(' ')} }`;
  }

  #projection(item: Projection): string {
    if (typeof item === 'string') return this.terms.variable(item);
    return `(${this.#expression(item.expression)} AS ${this.terms.variable(item.as)})`;
  }

  #expression(expression: Expression): string {
    if ('compare' in expression) {
      return `${this.#operand(expression.left)} ${expression.compare} ${this.#operand(expression.right)}`;
    }
    if ('all' in expression) return expression.all.map((part) => this.#operand(part)).join(' && ');
    if ('any' in expression) return expression.any.map((part) => this.#operand(part)).join(' || ');
    if ('product' in expression) return expression.product.map((part) => this.#operand(part)).join(' * ');
    if ('cast' in expression) return `${this.terms.term({ iri: expression.cast })}(${this.#expression(expression.of)})`;
    if ('not' in expression) return `!(${this.#expression(expression.not)})`;
    if ('call' in expression) {
      return `${expression.call}(${expression.with.map((part) => this.#expression(part)).join(', ')})`;
    }
    if ('aggregate' in expression) {
      const distinct = expression.distinct === true ? 'DISTINCT ' : '';
      return `${expression.aggregate}(${distinct}${this.#expression(expression.of)})`;
    }
    return this.terms.term(expression);
  }

  #operand(expression: Expression): string {
    const text = this.#expression(expression);
    const isCompound = 'compare' in expression || 'all' in expression || 'any' in expression || 'product' in expression;
    return isCompound ? `(${text})` : text;
  }
}
