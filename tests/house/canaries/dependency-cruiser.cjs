// The rules of the house, looking at the planted violations that every other run leaves out.
const house = require('../../../.dependency-cruiser.cjs');

module.exports = { ...house, options: { ...house.options, exclude: { path: '^apps/[^/]+/build/' } } };
