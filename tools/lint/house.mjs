// The ways of writing that a machine can check, as rules for oxlint (HOUSE.md).

const isRole = (node) =>
  (node.type === "Identifier" && node.name === "role") ||
  (node.type === "MemberExpression" && !node.computed && node.property.name === "role") ||
  (node.type === "ChainExpression" && isRole(node.expression));

const isText = (node) => node.type === "Literal" && typeof node.value === "string";

/** Who may do what is said in access/rules; a comparison elsewhere is a second authorisation system. */
const noRoleComparison = {
  create: (context) => ({
    BinaryExpression(node) {
      if (!/^[!=]==?$/.test(node.operator)) return;
      const sides = [node.left, node.right];
      if (sides.some(isRole) && sides.some(isText)) context.report({ node, message: "Не сравнивайте роль здесь: кому что можно, сказано в src/access/rules." });
    },
  }),
};

/** Rules receive the time; only platform/clock asks for it. */
const noClock = {
  create: (context) => {
    const report = (node) => context.report({ node, message: "Время берут из platform/clock или получают в параметре now." });
    return {
      NewExpression(node) {
        if (node.callee.name === "Date" && node.arguments.length === 0) report(node);
      },
      CallExpression({ callee }) {
        if (callee.type !== "MemberExpression") return;
        const { object, property } = callee;
        if (object.name === "Date" && property.name === "now") report(callee);
        if (object.type === "MemberExpression" && object.object.name === "Temporal" && object.property.name === "Now") report(callee);
      },
    };
  },
};

export default {
  meta: { name: "house" },
  rules: { "no-role-comparison": noRoleComparison, "no-clock": noClock },
};
